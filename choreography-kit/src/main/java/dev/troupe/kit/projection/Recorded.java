package dev.troupe.kit.projection;

import java.time.Instant;
import java.util.function.Supplier;

/** What the store knows of a fact beside its content. */
public final class Recorded {

    private final long position;
    private final Instant recordedAt;
    private final Supplier<String> flowId;

    /**
     * What the store knows.
     *
     * @param position its position in the store
     * @param recordedAt when the store recorded it
     * @param flowId the flow it belongs to
     */
    public Recorded(long position, Instant recordedAt, String flowId) {
        this(position, recordedAt, () -> flowId);
    }

    /**
     * The same, but the flow is looked for only if it is asked for: of millions of events in a rebuild it seldom is.
     *
     * @param flowId finds the flow it belongs to
     */
    public Recorded(long position, Instant recordedAt, Supplier<String> flowId) {
        this.position = position;
        this.recordedAt = recordedAt;
        this.flowId = flowId;
    }

    /** Its position in the store. */
    public long position() {
        return position;
    }

    /** When the store recorded it. */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** The flow it belongs to. */
    public String flowId() {
        return flowId.get();
    }
}
