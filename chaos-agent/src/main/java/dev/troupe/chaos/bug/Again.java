package dev.troupe.chaos.bug;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls a method of a service once more, before its real call. */
public final class Again {

    private static final ThreadLocal<Boolean> IN_EXTRA_CALL = ThreadLocal.withInitial(() -> false);

    private Again() {}

    /** Called from the code of a service; the extra call itself makes no further one, and how it ends is nobody's business. */
    public static void call(Object self, Method method, @Nullable Object... arguments) {
        if (IN_EXTRA_CALL.get()) {
            return;
        }
        IN_EXTRA_CALL.set(true);
        try {
            method.setAccessible(true);
            method.invoke(self, arguments);
        } catch (InvocationTargetException | IllegalAccessException e) {
            System.err.println("chaos: an extra call of " + method.getName() + " failed: " + e.getCause());
        } finally {
            IN_EXTRA_CALL.set(false);
        }
    }
}
