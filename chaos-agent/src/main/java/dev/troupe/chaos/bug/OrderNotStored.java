package dev.troupe.chaos.bug;

import net.bytebuddy.asm.Advice;

/** Does nothing about one order in five, and says nothing about that. */
public final class OrderNotStored {

    private static final int ONE_IN = 5;

    private OrderNotStored() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.Argument(0) Object command) {
        return isForgotten(command);
    }

    /** Called from the code of a service. */
    public static boolean isForgotten(Object command) {
        return command.getClass().getSimpleName().equals("PlaceOrder")
                && Math.floorMod(command.toString().hashCode(), ONE_IN) == 0;
    }
}
