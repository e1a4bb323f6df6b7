package dev.troupe.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The viewer looks at everything and changes nothing of it, whatever goes wrong in its code. */
class RightsTest {

    private final TestDatabase database = TestDatabase.create("trace-viewer");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO events.event (stream, stream_position, event_id, type, revision, occurred_at, metadata, payload)"
                        + " VALUES ('order-1', 0, gen_random_uuid(), 'order.placed', '1', now(), '{}', '{}')",
                "DELETE FROM events.event",
                "UPDATE keys.subject_key SET wrapped = NULL",
                "INSERT INTO keys.subject_key (subject, key_id) VALUES ('c-1', 'k')"
            })
    void itMayNotChangeWhatOthersRecorded(String statement) {
        assertThatThrownBy(() -> execute(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void itMayReadThem() throws SQLException {
        assertThat(execute("SELECT count(*) FROM events.event")).isTrue();
        assertThat(execute("SELECT count(*) FROM keys.subject_key")).isTrue();
    }

    private boolean execute(String sql) throws SQLException {
        try (ServiceDatabase own = ServiceDatabase.open(database.settings("trace-viewer"));
                Connection connection = own.writer().getConnection();
                Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
