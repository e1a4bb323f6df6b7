package dev.troupe.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.kit.serialization.FactMapper;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Answers on standard output, as text for people or as JSON for programs; everything else is said on standard error. */
public final class Output {

    private final PrintWriter people;
    private final PrintWriter answers;
    private final boolean json;

    /**
     * Where to say what.
     *
     * @param people standard error
     * @param answers standard output
     * @param json whether answers are for a program
     */
    public Output(PrintWriter people, PrintWriter answers, boolean json) {
        this.people = people;
        this.answers = answers;
        this.json = json;
    }

    /** Whether the answer is for a program. */
    public boolean isJson() {
        return json;
    }

    /** One line for people. */
    public void say(String text, @Nullable Object... parts) {
        people.println(parts.length == 0 ? text : text.formatted(parts));
        people.flush();
    }

    /**
     * The answer.
     *
     * @param value what a program gets, as JSON on one line
     * @param text what a person gets
     */
    public void answer(Object value, String text) {
        people.flush();
        answers.println(json ? write(value) : text);
        answers.flush();
    }

    private static String write(Object value) {
        try {
            return FactMapper.get().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written as JSON", e);
        }
    }
}
