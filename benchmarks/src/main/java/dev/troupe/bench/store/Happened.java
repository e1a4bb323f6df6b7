package dev.troupe.bench.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/**
 * The one event of all measurements, of some 300 bytes of JSON, with some 250 bytes of metadata.
 *
 * @param flow the flow it belongs to
 * @param hop how many events of the flow came before
 * @param sentMicros when the flow began, in microseconds since 1970
 */
record Happened(String flow, int hop, long sentMicros, String text) {

    private static final String TEXT =
            "forty two pieces of WHITE HANGING HEART T-LIGHT HOLDER, delivered to the back door, and a note ".repeat(2);

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    static Happened first(String flow) {
        return new Happened(flow, 0, microsNow(), TEXT);
    }

    Happened next() {
        return new Happened(flow, hop + 1, sentMicros, text);
    }

    /** The events of one flow, which is a stream too. */
    static List<DomainEventMessage<Happened>> flow(String flow, int events) {
        List<DomainEventMessage<Happened>> all = new ArrayList<>();
        Happened happened = first(flow);
        for (int i = 0; i < events; i++) {
            all.add(happened.at(flow, i));
            happened = happened.next();
        }
        return all;
    }

    static long microsNow() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** As an event at a place in a stream. */
    DomainEventMessage<Happened> at(String stream, long position) {
        return new GenericDomainEventMessage<>("Bench", stream, position, this, metadata(), newId(), Instant.now());
    }

    private MetaData metadata() {
        return MetaData.from(Map.of(
                "correlationId", flow,
                "causationId", "01980000-0000-7000-8000-000000000000",
                "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "source", "bench/1.0.0",
                "schema", "bench.happened/1"));
    }

    static String newId() {
        return IDS.generate().toString();
    }
}
