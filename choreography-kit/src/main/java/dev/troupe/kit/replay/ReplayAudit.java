package dev.troupe.kit.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a replay: what was planned, and what was done to it by whom.
 *
 * @param plan as it was when the replay was asked for
 * @param acts in their order
 */
public record ReplayAudit(Replay replay, @Nullable ReplayPlan plan, List<ReplayAct> acts) {}
