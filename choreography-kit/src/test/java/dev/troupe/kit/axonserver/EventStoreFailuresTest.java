package dev.troupe.kit.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.connector.impl.StreamTimeoutException;
import io.axoniq.axonserver.connector.impl.StreamUnexpectedlyCompletedException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class EventStoreFailuresTest {

    @Test
    void anUnreachableServerIsAnOutage() {
        assertThat(EventStoreFailures.isOutage(new StatusRuntimeException(Status.UNAVAILABLE)))
                .isTrue();
        assertThat(EventStoreFailures.isOutage(new TimeoutException())).isTrue();
    }

    /** So the connector says it of a server that hangs, or is ended, while the events of an aggregate are read. */
    @Test
    void aServerThatIsSilentOrBreaksOffIsAnOutage() {
        assertThat(EventStoreFailures.isOutage(new StreamTimeoutException())).isTrue();
        assertThat(EventStoreFailures.isOutage(new StreamUnexpectedlyCompletedException("half of it")))
                .isTrue();
    }

    @Test
    void aTakenPlaceIsAConflictAndNoOutage() {
        StatusRuntimeException taken = reported("AXONIQ-2000");

        assertThat(EventStoreFailures.isOutage(taken)).isFalse();
        assertThat(EventStoreFailures.translate(taken, "cannot append")).isInstanceOf(ConcurrencyException.class);
    }

    /** Waiting for it to pass would keep a processor from ever going on. */
    @Test
    void anEventThatIsTooLargeIsNoOutage() {
        assertThat(EventStoreFailures.isOutage(reported("AXONIQ-2001"))).isFalse();
        assertThat(EventStoreFailures.translate(reported("AXONIQ-2001"), "cannot append"))
                .isInstanceOf(EventStoreException.class);
    }

    private static StatusRuntimeException reported(String code) {
        Metadata trailers = new Metadata();
        trailers.put(Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER), code);
        return new StatusRuntimeException(Status.OUT_OF_RANGE, trailers);
    }
}
