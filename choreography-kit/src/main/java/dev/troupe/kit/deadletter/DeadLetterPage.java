package dev.troupe.kit.deadletter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of dead letters, in the order in which they were parked.
 *
 * @param items what is on it
 * @param next give this as {@code after} to get the page after this one; absent on the last page
 */
public record DeadLetterPage(
        List<DeadLetter> items, @Nullable Long next) {

    public DeadLetterPage {
        items = List.copyOf(items);
    }
}
