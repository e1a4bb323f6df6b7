package dev.troupe.eventstore.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whoever follows the store, in this process or another, that something was committed: the types of the events, or nothing if they may be
 * any. It goes with the commit, in its round trip but behind it: NOTIFY inside the append would make all commits of the database queue up until
 * each is on the disk.
 */
record Ring(Set<String> types) implements SqlPart {

    static final String CHANNEL = "troupe_events";

    /** A notification takes less than 8,000 bytes, and a character up to four. */
    private static final int LONGEST = 1_900;

    private static final String BETWEEN = "\n";

    static Ring about(List<NewEvent> events) {
        return new Ring(events.stream().map(NewEvent::type).collect(Collectors.toSet()));
    }

    /** How many nanoseconds whoever is interested in what was said with a ring can wait. */
    static long patience(String said, Interest interest) {
        long shortest = said.isEmpty() ? 0 : Interest.NONE;
        for (String type : said.split(BETWEEN)) {
            shortest = Math.min(shortest, interest.patience(type));
        }
        return shortest;
    }

    String says() {
        String all = String.join(BETWEEN, types);
        return all.length() > LONGEST ? "" : all;
    }

    @Override
    public String sql() {
        return "SELECT pg_notify('" + CHANNEL + "', ?)";
    }

    @Override
    public int bind(PreparedStatement statement, int before) throws SQLException {
        statement.setString(before + 1, says());
        return 1;
    }
}
