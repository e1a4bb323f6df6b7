package dev.troupe.kit.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;

/**
 * Appends all events of a unit of work in one transaction of Axon Server, when the unit of work commits and before its transaction in
 * PostgreSQL does.
 */
final class AxonServerAppender {

    private static final String STAGED = AxonServerAppender.class.getName();

    private final AxonServer server;
    private final Serializer serializer;
    private final GrpcMetaDataConverter metadata;

    AxonServerAppender(AxonServer server, Serializer serializer) {
        this.server = server;
        this.serializer = serializer;
        this.metadata = new GrpcMetaDataConverter(serializer);
    }

    /** Appends when the unit of work commits, or at once if there is none. */
    void append(List<? extends EventMessage<?>> messages) {
        List<Event> events = messages.stream().map(this::event).toList();
        if (!CurrentUnitOfWork.isStarted()) {
            server.append(events);
            return;
        }
        // Handlers of this phase run last in, first out: so this is before the commit of the transaction, which was
        // attached at the start.
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        List<Event> staged = root.getOrComputeResource(STAGED, key -> {
            List<Event> all = new ArrayList<>();
            root.onCommit(unitOfWork -> server.append(all));
            return all;
        });
        staged.addAll(events);
    }

    private Event event(EventMessage<?> message) {
        org.axonframework.serialization.SerializedObject<byte[]> payload =
                message.serializePayload(serializer, byte[].class);
        String revision = payload.getType().getRevision();
        Event.Builder event = Event.newBuilder()
                .setMessageIdentifier(message.getIdentifier())
                .setTimestamp(message.getTimestamp().toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(payload.getType().getName())
                        .setRevision(revision == null ? "" : revision)
                        .setData(ByteString.copyFrom(payload.getData())));
        message.getMetaData().forEach((key, value) -> event.putMetaData(key, metadata.convertToMetaDataValue(value)));
        if (message instanceof DomainEventMessage<?> domain) {
            event.setAggregateIdentifier(domain.getAggregateIdentifier())
                    .setAggregateType(domain.getType())
                    .setAggregateSequenceNumber(domain.getSequenceNumber());
        }
        return event.build();
    }
}
