package dev.troupe.kit.status;

import dev.troupe.kit.TimeLimit;
import dev.troupe.kit.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * Compares a service's time limits with those that the other running services declare. Both have declared theirs before either looks, so of
 * two that do not fit at least one sees it.
 */
public final class TimeLimitCheck {

    private static final String DECLARED = """
            SELECT d.service, l ->> 'setting', (l ->> 'millis')::bigint
            FROM choreography.declaration d CROSS JOIN jsonb_array_elements(d.declared -> 'timeLimits') l
            WHERE d.service <> ? AND EXISTS (
              SELECT FROM choreography.instance i WHERE i.service = d.service AND i.seen_at > now() - interval '6 seconds')""";

    private final DataSource dataSource;

    /** Looks into a database. */
    public TimeLimitCheck(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Makes sure that the limits fit.
     *
     * @param service whose limits these are
     * @throws IllegalStateException if one does not; the message names both settings
     */
    public void check(String service, List<TimeLimit> limits) {
        if (limits.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            List<Other> others = Sql.query(
                    connection,
                    DECLARED,
                    row -> new Other(row.getString(1), row.getString(2), Duration.ofMillis(row.getLong(3))),
                    service);
            limits.forEach(limit -> others.forEach(other -> compare(limit, other)));
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The time limits of the other services cannot be read: " + e.getMessage(), e);
        }
    }

    private static void compare(TimeLimit limit, Other other) {
        if (limit.longerThan().contains(other.setting) && limit.limit().compareTo(other.limit) <= 0) {
            throw mismatch(limit, "longer", other);
        }
        if (limit.shorterThan().contains(other.setting) && limit.limit().compareTo(other.limit) >= 0) {
            throw mismatch(limit, "shorter", other);
        }
    }

    private static IllegalStateException mismatch(TimeLimit limit, String wanted, Other other) {
        return new IllegalStateException(
                "%s (%s) must be %s than %s (%s) of the running %s; change one of them, or flows would be given up while others still work for them"
                        .formatted(limit.setting(), limit.limit(), wanted, other.setting, other.limit, other.service));
    }

    private record Other(String service, String setting, Duration limit) {}
}
