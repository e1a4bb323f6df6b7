package dev.troupe.demo.launch;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes sure that Ctrl-C or a kill lets a command put away what it started before the process ends. */
public final class Curtain {

    private Curtain() {}

    /**
     * Runs a command.
     *
     * @param act is interrupted when the process is to end, and then has all the time it needs to close what it opened
     */
    public static <T> T over(Callable<T> act) throws Exception {
        Thread actor = Thread.currentThread();
        CountDownLatch closed = new CountDownLatch(1);
        AtomicBoolean falling = new AtomicBoolean();
        Thread hook = new Thread(() -> fall(actor, falling, closed), "curtain");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return act.call();
        } catch (Exception e) {
            // Whatever an interrupted act says, the interruption is the reason.
            throw falling.get() ? (Exception) new InterruptedException().initCause(e) : e;
        } finally {
            closed.countDown();
            lift(hook);
        }
    }

    private static void fall(Thread actor, AtomicBoolean falling, CountDownLatch closed) {
        falling.set(true);
        actor.interrupt();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void lift(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook has done its work.
        }
    }
}
