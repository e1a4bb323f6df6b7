package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.aStoreOn;
import static dev.troupe.eventstore.postgres.EventStoreFixture.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightsTest {

    private static final String INSERT =
            "INSERT INTO events.event (%s stream, stream_position, event_id, type, occurred_at, metadata,"
                    + " payload) %s VALUES (%s 'a', 9, gen_random_uuid(), 't', now(), '{}', '{}')";

    private final TestDatabase database = new TestDatabase();

    @BeforeEach
    void storeSomething() {
        aStoreOn(database).buildEngine().appendEvents(events("a", 2));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE events.event SET payload = '{}'",
                "DELETE FROM events.event",
                "TRUNCATE events.event",
                "SELECT nextval(pg_get_serial_sequence('events.event', 'position'))",
                "SELECT setval(pg_get_serial_sequence('events.event', 'position'), 1)",
                "ALTER TABLE events.event ADD COLUMN more text",
                "DELETE FROM events.snapshot"
            })
    void anAppenderCannotChangeWhatIsStored(String sql) {
        assertDenied("appender", sql);
    }

    @Test
    void anAppenderChoosesNeitherPositionNorTimeOfRecording() {
        assertDenied("appender", INSERT.formatted("position,", "OVERRIDING SYSTEM VALUE", "7,"));
        assertDenied("appender", INSERT.formatted("recorded_at,", "", "now(),"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM events.event", "UPDATE events.snapshot SET type = 't'"})
    void aReaderOnlyReads(String sql) {
        assertDenied("reader", sql);
        assertDenied("reader", INSERT.formatted("", "", ""));
    }

    @Test
    void anAppenderCommitsDurablyAndNotTooLate() throws SQLException {
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("transaction_timeout")).isEqualTo("1min");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("30s");
    }

    @Test
    void migratingAgainChangesNothing() {
        EventStoreSchema.migrate(database.admin());

        assertThat(new EventReader(database.reader()).eventsOfStream("a", 0)).hasSize(2);
    }

    private String setting(String name) throws SQLException {
        try (Connection connection = database.plain("appender").getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private void assertDenied(String user, String sql) {
        assertThatThrownBy(() -> {
                    try (Connection connection = database.plain(user).getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo("42501");
    }
}
