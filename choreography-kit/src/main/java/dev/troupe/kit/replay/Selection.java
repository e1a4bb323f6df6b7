package dev.troupe.kit.replay;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.serialization.FactMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the events a replay is about. Whatever it picks, whole flows are rebuilt: a row folded from some of its events only would
 * be wrong. What is absent picks everything; what is given must all be true of an event for its flow to be picked.
 *
 * @param flow one flow
 * @param streams streams of aggregates, such as {@code order-o-1}
 * @param facts names of facts, such as {@code order.cancelled}
 * @param fromPosition the first position
 * @param toPosition the last position
 * @param from recorded at or after this time
 * @param to recorded at or before this time
 * @param samplePercent this part of the flows, always the same ones; more than 0, at most 100
 */
public record Selection(
        @Nullable String flow,
        List<String> streams,
        List<String> facts,
        @Nullable Long fromPosition,
        @Nullable Long toPosition,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Double samplePercent) {

    /** All events there are. */
    public static final Selection EVERYTHING = new Selection(null, List.of(), List.of(), null, null, null, null, null);

    private static final ObjectMapper PARAMETERS = FactMapper.get()
            .copy()
            .enable(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public Selection {
        // Absent in JSON.
        streams = streams == null ? List.of() : List.copyOf(streams);
        facts = facts == null ? List.of() : List.copyOf(facts);
        if (samplePercent != null && !(samplePercent > 0 && samplePercent <= 100)) {
            throw mistaken("samplePercent must be more than 0 and at most 100");
        }
    }

    /** One flow. */
    public static Selection ofFlow(String flow) {
        return new Selection(flow, List.of(), List.of(), null, null, null, null, null);
    }

    /** A part of the flows, in percent. */
    public static Selection ofSample(double percent) {
        return new Selection(null, List.of(), List.of(), null, null, null, null, percent);
    }

    /** Reads a selection from the parameters of a query, which are called like its components. */
    public static Selection of(Map<String, List<String>> parameters) {
        try {
            return PARAMETERS.convertValue(parameters, Selection.class);
        } catch (IllegalArgumentException e) {
            if (e.getCause() != null && e.getCause().getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw e.getCause() instanceof JsonMappingException json
                    ? mistaken(json.getPathReference().replaceAll(".*\\[\"(\\w+)\"].*", "$1") + ": "
                            + json.getOriginalMessage())
                    : mistaken(String.valueOf(e.getMessage()));
        }
    }

    /** The parameters of a query that ask for this selection. */
    public Map<String, List<String>> toParameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        FactMapper.get()
                .convertValue(this, new TypeReference<Map<String, @Nullable Object>>() {})
                .forEach((name, value) -> {
                    if (value instanceof List<?> list && !list.isEmpty()) {
                        parameters.put(name, list.stream().map(String::valueOf).toList());
                    } else if (value != null && !(value instanceof List<?>)) {
                        parameters.put(name, List.of(value.toString()));
                    }
                });
        return parameters;
    }

    /** Whether nothing is left out. */
    public boolean coversEverything() {
        return equals(EVERYTHING);
    }

    /** Whether an event is among those that pick their flow, the sample aside. */
    boolean picks(StoredEvent event) {
        return (streams.isEmpty() || streams.contains(event.stream()))
                && (facts.isEmpty() || facts.contains(event.type()))
                && (fromPosition == null || event.position() >= fromPosition)
                && (toPosition == null || event.position() <= toPosition)
                && (from == null || !event.recordedAt().isBefore(from))
                && (to == null || !event.recordedAt().isAfter(to));
    }

    private static Refusal mistaken(String detail) {
        return new Refusal("invalid-request", 400, "The selection makes no sense: " + detail + ".");
    }
}
