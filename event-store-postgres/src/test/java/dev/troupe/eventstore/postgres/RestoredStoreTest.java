package dev.troupe.eventstore.postgres;

import static dev.troupe.eventstore.postgres.EventStoreFixture.aStoreOn;
import static dev.troupe.eventstore.postgres.EventStoreFixture.event;
import static dev.troupe.eventstore.postgres.EventStoreFixture.events;
import static dev.troupe.eventstore.postgres.EventStoreFixture.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** A store whose tables were dumped and restored into another database. */
class RestoredStoreTest {

    private final TestDatabase original = new TestDatabase();
    private final TestDatabase restored = new TestDatabase();
    private final PostgresEventStore before = aStoreOn(original).build();
    private final PostgresEventStore after = aStoreOn(restored).build();

    @BeforeEach
    void dumpAndRestore() throws SQLException, IOException {
        before.publish(events("order-1", 3));
        before.publish(events("order-2", 2));
        copy("events.event");
        restored.execute("SELECT setval(pg_get_serial_sequence('events.event', 'position'), 5)");
    }

    @AfterEach
    void close() {
        before.shutDown();
        after.shutDown();
        original.close();
        restored.close();
    }

    @Test
    void theOrderIsIntact() throws InterruptedException {
        try (var one = before.openStream(null);
                var other = after.openStream(null)) {
            assertThat(take(other, 5).stream().map(EventMessage::getIdentifier))
                    .containsExactlyElementsOf(take(one, 5).stream()
                            .map(EventMessage::getIdentifier)
                            .toList());
        }
    }

    @Test
    void aTokenFromBeforeTheDumpGoesOn() throws InterruptedException {
        TrackingToken token = before.createHeadToken();
        try (var stream = after.openStream(token)) {
            after.publish(event("order-2", 2));
            assertThat(take(stream, 1)).hasSize(1);
        }
    }

    @Test
    void aTokenFromAfterTheDumpIsRefused() {
        before.publish(event("order-2", 2));
        TrackingToken token = before.createHeadToken();

        assertThatThrownBy(() -> after.openStream(token))
                .isInstanceOf(TokenMismatchException.class)
                .hasMessageContaining("is empty and the store ends at position 5");
    }

    @Test
    void aTokenIsRefusedThoughTheHistoryHasGrownPastIt() {
        before.publish(event("order-2", 2));
        TrackingToken token = before.createHeadToken();
        after.publish(event("order-1", 3));
        after.publish(event("order-1", 4));

        assertThatThrownBy(() -> after.openStream(token))
                .isInstanceOf(TokenMismatchException.class)
                .hasMessageContaining("holds event");
    }

    private void copy(String table) throws SQLException, IOException {
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        try (Connection from = original.admin().getConnection();
                Connection to = restored.admin().getConnection()) {
            from.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", dump);
            to.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " FROM STDIN", new ByteArrayInputStream(dump.toByteArray()));
        }
    }
}
