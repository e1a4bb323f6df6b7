package dev.troupe.chaos;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets every thread pass, except the one that the harness wants to stop. Public because it is called from the code of services. */
public final class Stops {

    /** A harness that does not say anything any more must not hold a service up for ever. */
    private static final long LONGEST_SECONDS = 20;

    private static volatile @Nullable Stop wanted;

    private Stops() {}

    /** Called by every thread that comes to a place. */
    public static void pass(String side, String place) {
        Stop stop = wanted;
        if (stop != null && stop.isAt(side, place) && stop.countDown() == 0) {
            stop.hold();
        }
    }

    /** From now on stops the thread that comes to the point as the n-th. */
    static void want(String point, int nth, Consumer<String> reached) {
        wanted = new Stop(point, new AtomicInteger(nth), new CountDownLatch(1), reached);
    }

    /** Stops nobody any more, and lets go who is stopped. */
    static void letGo() {
        Stop stop = wanted;
        wanted = null;
        if (stop != null) {
            stop.over.countDown();
        }
    }

    private record Stop(String point, AtomicInteger left, CountDownLatch over, Consumer<String> reached) {

        boolean isAt(String side, String place) {
            return point.length() == side.length() + place.length() && point.startsWith(side) && point.endsWith(place);
        }

        int countDown() {
            return left.decrementAndGet();
        }

        void hold() {
            reached.accept(point);
            try {
                if (!over.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("chaos: nobody let go of the thread at " + point + ", it goes on");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
