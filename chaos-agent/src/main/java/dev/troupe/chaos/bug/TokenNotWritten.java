package dev.troupe.chaos.bug;

import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.asm.Advice;

/** Leaves out every third write of the token of the stock levels, although the rows of the batch are written. */
public final class TokenNotWritten {

    private static final AtomicInteger MOVES = new AtomicInteger();

    private TokenNotWritten() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.Argument(0) Object claim) {
        return isLeftOut(claim.toString());
    }

    /** Called from the code of a service. */
    public static boolean isLeftOut(String claim) {
        return claim.startsWith("stock_level[") && MOVES.incrementAndGet() % 3 == 0;
    }
}
