package dev.troupe.deadletters;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.troupe.kit.deadletter.DeadLetter;

/**
 * A dead letter and the service that holds it.
 *
 * @param name how commands name it
 */
record Letter(String name, String service, @JsonUnwrapped DeadLetter letter) {

    static Letter of(String service, DeadLetter letter) {
        return new Letter(new LetterName(service, letter.id()).toString(), service, letter);
    }
}
