package dev.troupe.demo.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;

/**
 * Runs another main class and ends the process when its launcher is gone, however that came about.
 *
 * <p>The launcher holds the other end of standard input and never writes to it: the system closes it even after a {@code kill -9}.
 */
public final class Leash {

    /** How long an orderly end may take before the process is ended at once. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private Leash() {}

    /** Takes the name of the main class, then that class's own arguments. */
    public static void main(String[] arguments) throws Throwable {
        Thread.ofPlatform().daemon().name("leash").start(Leash::endWithTheLauncher);
        Method main = Class.forName(arguments[0]).getMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void endWithTheLauncher() {
        awaitEndOfInput();
        Thread.ofPlatform().daemon().name("leash-end").start(Leash::endAtOnceAfterTheGrace);
        System.exit(1);
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes; what matters is the end.
            }
        } catch (IOException e) {
            // As good as the end.
        }
    }

    private static void endAtOnceAfterTheGrace() {
        try {
            Thread.sleep(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
