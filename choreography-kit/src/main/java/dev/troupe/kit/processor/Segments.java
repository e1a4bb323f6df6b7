package dev.troupe.kit.processor;

import dev.troupe.kit.processor.Claims.Claim;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The segments of one processor that this process works on. Only the coordinator's thread takes, gives up, divides and joins them. */
final class Segments {

    private static final Logger LOG = LoggerFactory.getLogger(Segments.class);

    /** Shorter than a claim lasts, because meanwhile none is kept alive. */
    private static final Duration CATCH_UP = Duration.ofSeconds(2);

    private final BatchHandler handler;
    private final ProcessorContext context;
    private final Claims claims;
    private final BatchTransaction transaction;
    private final ParkedRetries retries;
    private final Map<Integer, RunningSegment> running = new ConcurrentHashMap<>();
    private final Map<Integer, Long> notBefore = new ConcurrentHashMap<>();
    private int ordinal;

    Segments(
            BatchHandler handler,
            ProcessorContext context,
            Claims claims,
            BatchTransaction transaction,
            ParkedRetries retries) {
        this.handler = handler;
        this.context = context;
        this.claims = claims;
        this.transaction = transaction;
        this.retries = retries;
    }

    /** From which number on the segments are counted when they are dealt out to processes. */
    void countFrom(int number) {
        ordinal = number;
    }

    Collection<RunningSegment> running() {
        return List.copyOf(running.values());
    }

    /** Stays away from a segment for so long; may be called by any thread. */
    void release(int segment, Duration notFor) {
        notBefore.put(segment, System.nanoTime() + notFor.toNanos());
    }

    /** Keeps the claims alive, and gives a segment back once its thread has ended, so that the next one begins where this one stopped. */
    void keep() throws SQLException {
        List<Integer> held = claims.extend(handler.name(), running.keySet());
        running.forEach((segment, worked) -> {
            if (!held.contains(segment) || !isWanted(segment)) {
                worked.stop();
            }
            if (worked.hasEnded()) {
                giveUp(worked);
            }
        });
    }

    void claimMore() throws SQLException {
        for (int segment : claims.free(handler.name(), running.keySet())) {
            if (isWanted(segment)) {
                take(segment);
            }
        }
    }

    /** Works on a segment, if it is this process's and free; whether it does. */
    boolean claim(int segment) throws SQLException {
        notBefore.remove(segment);
        if (!running.containsKey(segment) && isWanted(segment)) {
            take(segment);
        }
        return running.containsKey(segment);
    }

    /** Divides a segment in two; whether this process works on it. */
    boolean split(int segment) throws SQLException {
        RunningSegment worked = running.get(segment);
        if (worked == null) {
            return false;
        }
        rest(worked);
        boolean done = claims.split(worked.claim());
        giveUp(worked);
        return done;
    }

    /**
     * Joins a segment with the other half of the one it was divided from. The one that is behind first catches up with the other.
     *
     * @return whether this process works on both, and the one that was behind was not too far
     */
    boolean merge(int segment) throws SQLException {
        RunningSegment one = running.get(segment);
        RunningSegment other = one == null ? null : running.get(one.claim().sibling());
        if (one == null
                || other == null
                || one.claim().mask() == 0
                || other.claim().mask() != one.claim().mask()) {
            return false;
        }
        rest(one);
        rest(other);
        boolean behind = one.progress().position() < other.progress().position();
        catchUp(behind ? one : other, (behind ? other : one).progress().position());
        boolean lower = one.claim().segment() < other.claim().segment();
        boolean done = claims.merge((lower ? one : other).claim(), (lower ? other : one).claim());
        giveUp(one);
        giveUp(other);
        return done;
    }

    /** Handles what lies between, for as long as a thread is waited for. */
    private void catchUp(RunningSegment behind, long to) throws SQLException {
        if (behind.progress().position() < to) {
            Claim claim = claims.claim(handler.name(), behind.claim().segment()).orElse(null);
            if (claim != null) {
                RunningSegment catchingUp = start(claim, to);
                catchingUp.awaitEnd(CATCH_UP);
                rest(catchingUp);
            }
        }
    }

    void giveUpAll() {
        running.values().forEach(RunningSegment::stop);
        running.values().forEach(this::giveUp);
    }

    private boolean isWanted(int segment) {
        Long after = notBefore.get(segment);
        boolean released = after != null && System.nanoTime() < after;
        return !released && context.members().mine(ordinal + segment);
    }

    private void take(int segment) throws SQLException {
        Claim claim = claims.claim(handler.name(), segment).orElse(null);
        if (claim != null) {
            running.put(segment, start(claim, Long.MAX_VALUE));
            LOG.info("{} works from position {} on", claim, claim.position().value());
        }
    }

    private RunningSegment start(Claim claim, long end) throws SQLException {
        context.deadLetters().recall(handler.name());
        SegmentProgress progress = new SegmentProgress(claim.position().value());
        SetAside setAside = new SetAside(claim, context.deadLetters(), retries);
        SegmentWorker worker =
                new SegmentWorker(claim, handler, context.source(), transaction, setAside, progress, end);
        return RunningSegment.start(claim, worker, progress, setAside);
    }

    private static void rest(RunningSegment worked) {
        worked.stop();
        RunningSegment.join(worked.thread());
    }

    private void giveUp(RunningSegment worked) {
        RunningSegment.join(worked.thread());
        running.remove(worked.claim().segment(), worked);
        try {
            claims.release(worked.claim());
        } catch (SQLException e) {
            LOG.debug("{} is not released and will end by itself", worked.claim(), e);
        }
    }
}
