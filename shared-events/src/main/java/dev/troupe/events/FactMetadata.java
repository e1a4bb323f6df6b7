package dev.troupe.events;

/** The keys of the metadata that every stored event carries. */
public final class FactMetadata {

    /** The flow: the id of the order, delivery or adjustment that everything in it is about. */
    public static final String CORRELATION_ID = "correlationId";

    /** The id of the event that was reacted to; absent when the cause is outside. */
    public static final String CAUSATION_ID = "causationId";

    /** W3C trace context of the span that published the event. */
    public static final String TRACEPARENT = "traceparent";

    /** Service and version that published the event, such as {@code order-service/0.1.0}. */
    public static final String SOURCE = "source";

    /** Name and revision of the event's schema, such as {@code order.placed/1}. */
    public static final String SCHEMA = "schema";

    private FactMetadata() {}
}
