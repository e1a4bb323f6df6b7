package dev.troupe.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Runs a tail protocol on a session of its own and keeps what it delivers. */
final class TailBench implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final TailProtocol protocol;
    private final Connection connection;
    private final List<StoredEvent> delivered = new ArrayList<>();

    TailBench(TestDatabase database, TailProtocol protocol) throws SQLException {
        this.protocol = protocol;
        this.connection = database.plain("reader").getConnection();
    }

    /** Reads for a while, as the tail reader would. */
    TailBench readFor(Duration duration) throws SQLException {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            step();
        }
        return this;
    }

    void assertNothingDelivered() {
        assertThat(positions()).isEmpty();
    }

    /** Reads on until these positions have been delivered, in this order, and nothing else. */
    void assertDelivers(Long... positions) throws SQLException {
        long end = System.nanoTime() + SOON.toNanos();
        while (delivered.size() < positions.length && System.nanoTime() < end) {
            step();
        }
        readFor(Duration.ofMillis(30));
        assertThat(positions()).containsExactly(positions);
    }

    void assertHasDelivered(Long... positions) {
        assertThat(positions()).startsWith(positions);
    }

    /** Reads on until so many have been delivered, and checks that no more come. */
    void assertCount(int count) throws SQLException {
        long end = System.nanoTime() + SOON.toNanos();
        while (delivered.size() < count && System.nanoTime() < end) {
            step();
        }
        assertThat(positions()).hasSize(count).doesNotHaveDuplicates();
    }

    void assertEveryStreamIsInOrder() {
        assertThat(delivered)
                .isSortedAccordingTo((one, next) -> one.stream().equals(next.stream())
                        ? Long.compare(one.streamPosition(), next.streamPosition())
                        : 0);
    }

    private void step() throws SQLException {
        TailProtocol.Step step = protocol.next(connection);
        delivered.addAll(step.events());
        if (step.state() != TailProtocol.State.MORE) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private List<Long> positions() {
        return delivered.stream().map(StoredEvent::position).toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
