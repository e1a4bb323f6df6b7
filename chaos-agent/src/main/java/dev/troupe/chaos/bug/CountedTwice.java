package dev.troupe.chaos.bug;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** Gives a projection each batch twice. */
public final class CountedTwice {

    private CountedTwice() {}

    @Advice.OnMethodEnter
    @SuppressWarnings("UnusedVariable") // the service reads it
    static void enter(@Advice.Argument(value = 0, readOnly = false) List<?> events) {
        events = twice(events);
    }

    /** Called from the code of a service. */
    public static List<?> twice(List<?> events) {
        List<Object> twice = new ArrayList<>(events);
        twice.addAll(events);
        return twice;
    }
}
