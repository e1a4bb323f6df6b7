package dev.troupe.demo.launch;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Speaks to the person at the terminal, on standard error; standard output is for programs. */
public final class Console {

    private final PrintStream people;
    private final PrintStream programs;

    public Console(PrintStream people, PrintStream programs) {
        this.people = people;
        this.programs = programs;
    }

    /** One line for people. */
    public void say(String text, @Nullable Object... parts) {
        people.println(parts.length == 0 ? text : text.formatted(parts));
    }

    /** One line for programs. */
    public void answer(String line) {
        people.flush();
        programs.println(line);
        programs.flush();
    }
}
