package dev.troupe.chaos.bug;

import java.lang.reflect.Method;
import java.util.UUID;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Asks for the money under a key that nobody will recognise, and then once more under the right one. */
public final class RandomPaymentKey {

    private RandomPaymentKey() {}

    @Advice.OnMethodEnter
    static void enter(
            @Advice.This Object self,
            @Advice.Origin Method method,
            @Advice.Argument(0) String verb,
            @Advice.Argument(1) String path,
            @Advice.Argument(2) @Nullable Object body) {
        call(self, method, verb, path, body);
    }

    /** Called from the code of a service. */
    public static void call(Object self, Method method, String verb, String path, @Nullable Object body) {
        if (verb.equals("PUT") && !path.contains("/refunds/")) {
            Again.call(self, method, verb, path + "-" + UUID.randomUUID(), body);
        }
    }
}
