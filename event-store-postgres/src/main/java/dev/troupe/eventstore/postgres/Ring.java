package dev.troupe.eventstore.postgres;

import java.util.Set;

/** What a doorbell's notification says: the types of the events that were committed, or nothing if they may be any. */
final class Ring {

    /** A notification takes less than 8,000 bytes, and a character up to four. */
    private static final int LONGEST = 1_900;

    private static final String BETWEEN = "\n";

    private Ring() {}

    static String of(Set<String> types) {
        String all = String.join(BETWEEN, types);
        return all.length() > LONGEST ? "" : all;
    }

    /** Whether it may be about something of interest. */
    static boolean concerns(String ring, Interest interest) {
        if (ring.isEmpty()) {
            return true;
        }
        for (String type : ring.split(BETWEEN)) {
            if (interest.includes(type)) {
                return true;
            }
        }
        return false;
    }
}
