package dev.troupe.kit.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a replay.
 *
 * @param actor who did it
 * @param act what was done, such as {@code SWAPPED}
 * @param detail more about it, if there is more
 */
public record ReplayAct(
        Instant at, String actor, String act, @Nullable String detail) {}
