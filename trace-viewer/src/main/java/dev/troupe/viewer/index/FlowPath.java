package dev.troupe.viewer.index;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Names the way a flow took: the set of facts that happened in it. What only tells people about it, mails, makes no other way. */
final class FlowPath {

    private static final int DIGITS = 8;

    private FlowPath() {}

    /** The same eight digits for the same facts, in whatever order they came. */
    static String of(Collection<String> facts) {
        String sorted = facts.stream()
                .filter(fact -> !fact.startsWith("notification."))
                .sorted()
                .collect(Collectors.joining(" "));
        return UUID.nameUUIDFromBytes(sorted.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, DIGITS);
    }
}
