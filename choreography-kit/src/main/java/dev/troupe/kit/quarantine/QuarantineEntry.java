package dev.troupe.kit.quarantine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Input in quarantine.
 *
 * @param content the input as it came; shown only when an entry that is still held is opened, and gone once it is decided about
 * @param decidedBy who released or dropped it
 * @param decision why it was dropped
 * @param releasedAs the flow that it became
 */
public record QuarantineEntry(
        long id,
        String source,
        @Nullable Integer firstRow,
        @Nullable Integer lastRow,
        String reason,
        String detail,
        @Nullable String content,
        State state,
        Instant heldAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String decision,
        @Nullable String releasedAs) {

    /** What became of it. */
    public enum State {
        HELD,
        RELEASED,
        DROPPED
    }
}
