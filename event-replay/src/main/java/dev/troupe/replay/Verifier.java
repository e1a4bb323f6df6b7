package dev.troupe.replay;

import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.Replay.State;
import dev.troupe.kit.replay.ReplayRequest;
import java.time.Duration;

/** Builds projections anew, compares them with the live ones, and drops what it built. */
public final class Verifier {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private final ReplayClient client;
    private final int eventsPerSecond;

    /**
     * Verifies through a client.
     *
     * @param eventsPerSecond how fast at most; 0 for as fast as it can
     */
    public Verifier(ReplayClient client, int eventsPerSecond) {
        this.client = client;
        this.eventsPerSecond = eventsPerSecond;
    }

    /** Verifies one projection. */
    public Verification verify(String projection) throws InterruptedException {
        Replay replay = client.start(ReplayRequest.of(projection, eventsPerSecond));
        while (replay.state().isBuilding()) {
            Thread.sleep(LOOK_EVERY);
            replay = client.show(replay.id());
        }
        if (replay.state() != State.CAUGHT_UP) {
            return new Verification(projection, replay.id(), null, "%s: %s".formatted(replay.state(), replay.note()));
        }
        Verification verification = new Verification(projection, replay.id(), client.compare(replay.id()), null);
        client.cancel(replay.id());
        return verification;
    }
}
