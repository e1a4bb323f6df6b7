package dev.troupe.kit.quarantine;

import java.util.Map;

/**
 * What came of putting input into quarantine.
 *
 * @param held how many are new, by reason
 * @param alreadyThere how many were there from an earlier reading of the same source
 */
public record Held(Map<String, Integer> held, int alreadyThere) {}
