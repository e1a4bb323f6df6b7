package dev.troupe.provider.http;

import dev.troupe.provider.faults.FaultPlan;
import dev.troupe.provider.faults.Mishap;
import java.io.IOException;
import java.time.Duration;

/** Lets the ordered faults happen to requests. */
final class MishapMaker {

    private final FaultPlan plan;

    MishapMaker(FaultPlan plan) {
        this.plan = plan;
    }

    /** The same handler, but things go wrong with it. */
    Handler around(Handler handler) {
        return request -> {
            Mishap mishap = plan.next();
            before(mishap);
            try {
                return handler.handle(request);
            } finally {
                if (mishap.answerLost()) {
                    pause(mishap.timeout());
                }
            }
        };
    }

    private static void before(Mishap mishap) throws IOException {
        pause(mishap.delay());
        if (mishap.serverError()) {
            throw new ProblemException(
                    Problem.of(500, "server-error", "an ordered fault: nothing was done, try again"));
        }
        if (mishap.lost()) {
            pause(mishap.timeout());
            throw new ProblemException(Problem.of(504, "timed-out", "an ordered fault: nothing was done, try again"));
        }
    }

    private static void pause(Duration duration) throws IOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while a request was left lying", e);
        }
    }
}
