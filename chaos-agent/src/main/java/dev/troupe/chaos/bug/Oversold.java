package dev.troupe.chaos.bug;

import java.util.List;
import net.bytebuddy.asm.Advice;

/** Finds no shortage of anything, ever. */
public final class Oversold {

    private Oversold() {}

    @Advice.OnMethodExit
    @SuppressWarnings("UnusedVariable") // the service returns it
    static void exit(@Advice.Return(readOnly = false) List<?> shortages) {
        shortages = List.of();
    }
}
