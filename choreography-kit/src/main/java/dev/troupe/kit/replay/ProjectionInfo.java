package dev.troupe.kit.replay;

import java.util.List;

/**
 * A projection that can be rebuilt.
 *
 * @param service the service it belongs to
 * @param position up to which position of the event store the live projection is folded
 * @param rebuiltByFlow whether the rows of some flows may be rebuilt without the others
 * @param facts the names of the facts it folds
 */
public record ProjectionInfo(String name, String service, long position, boolean rebuiltByFlow, List<String> facts) {}
