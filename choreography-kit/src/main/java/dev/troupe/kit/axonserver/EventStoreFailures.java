package dev.troupe.kit.axonserver;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.axoniq.axonserver.connector.impl.StreamTimeoutException;
import io.axoniq.axonserver.connector.impl.StreamUnexpectedlyCompletedException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Tells what a failure of Axon Server means: somebody was faster, the event is at fault, or the server cannot be used for now. */
public final class EventStoreFailures {

    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);
    private static final String SEQUENCE_TAKEN = "AXONIQ-2000";
    /** A place in the stream that is taken, a payload or a message that is too large: waiting does not help. */
    private static final Set<String> OF_THE_EVENT = Set.of(SEQUENCE_TAKEN, "AXONIQ-2001", "AXONIQ-3002");

    private EventStoreFailures() {}

    /** Whether this very failure, its causes left aside, says that Axon Server cannot be used at the moment. */
    public static boolean isOutage(Throwable failure) {
        return switch (failure) {
            case StatusRuntimeException grpc ->
                grpc.getStatus().getCode() != Status.Code.RESOURCE_EXHAUSTED && !isOfTheEvent(codeOf(grpc));
            case AxonServerException reported ->
                !isOfTheEvent(reported.getErrorCategory().errorCode());
            case org.axonframework.axonserver.connector.AxonServerException reported -> !isOfTheEvent(reported.code());
            case StreamClosedException closed -> true;
            case StreamTimeoutException silent -> true;
            case StreamUnexpectedlyCompletedException brokenOff -> true;
            case TimeoutException unanswered -> true;
            default -> false;
        };
    }

    /** What Axon's other stores throw in such a case; the connector hands failures through as gRPC raised them. */
    static RuntimeException translate(Throwable failure, String what) {
        if (failure instanceof StatusRuntimeException grpc && SEQUENCE_TAKEN.equals(codeOf(grpc))) {
            return new ConcurrencyException(
                    what + ", because another command was faster: " + failure.getMessage(), failure);
        }
        return new EventStoreException(what + ": " + failure.getMessage(), failure);
    }

    private static @Nullable String codeOf(StatusRuntimeException failure) {
        Metadata trailers = failure.getTrailers();
        return trailers == null ? null : trailers.get(CODE);
    }

    private static boolean isOfTheEvent(@Nullable String code) {
        return code != null && OF_THE_EVENT.contains(code);
    }
}
