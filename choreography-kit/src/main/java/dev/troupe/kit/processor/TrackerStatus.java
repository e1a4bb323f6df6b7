package dev.troupe.kit.processor;

import java.util.OptionalLong;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** A segment that is worked on, as Axon sees it. */
record TrackerStatus(RunningSegment running) implements EventTrackerStatus {

    @Override
    public Segment getSegment() {
        return segment(running.claim().segment(), running.claim().mask());
    }

    /** Axon makes segments only by splitting. */
    static Segment segment(int id, int mask) {
        Segment segment = Segment.ROOT_SEGMENT;
        for (int bit = 1; (bit & mask) != 0; bit <<= 1) {
            segment = segment.split()[(id & bit) == 0 ? 0 : 1];
        }
        return segment;
    }

    @Override
    public boolean isCaughtUp() {
        return running.progress().isCaughtUp();
    }

    @Override
    public boolean isReplaying() {
        return false;
    }

    @Override
    public boolean isMerging() {
        return false;
    }

    @Override
    public OptionalLong mergeCompletedPosition() {
        return OptionalLong.empty();
    }

    @Override
    public TrackingToken getTrackingToken() {
        return new GlobalSequenceTrackingToken(running.progress().position());
    }

    @Override
    public boolean isErrorState() {
        return running.progress().retry() != null;
    }

    @Override
    public @Nullable Throwable getError() {
        SegmentProgress.@Nullable Retry retry = running.progress().retry();
        return retry == null ? null : new IllegalStateException(retry.cause());
    }

    @Override
    public OptionalLong getCurrentPosition() {
        return OptionalLong.of(running.progress().position());
    }

    @Override
    public OptionalLong getResetPosition() {
        return OptionalLong.empty();
    }
}
