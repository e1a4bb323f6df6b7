package dev.troupe.stories;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.events.FactMetadata;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.document.ChoreographyMap;
import dev.troupe.kit.document.ChoreographyMap.FactNode;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.store.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step that was seen: a service published a fact because of another.
 *
 * @param cause absent when the cause is outside
 */
record Observed(String service, String fact, @Nullable String cause) {

    private static final int PAGE = 5_000;

    /** All different steps in the log. */
    static Set<Observed> in(EventLog log) {
        Map<String, String> typeOf = new HashMap<>();
        Set<Observed> steps = new LinkedHashSet<>();
        List<StoredEvent> page = log.read(0, Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            for (StoredEvent event : page) {
                typeOf.put(event.eventId().toString(), event.type());
                JsonNode metadata = metadata(event);
                steps.add(new Observed(
                        metadata.path(FactMetadata.SOURCE).asText().replaceFirst("-service/.*", ""),
                        event.type(),
                        typeOf.get(metadata.path(FactMetadata.CAUSATION_ID).asText())));
            }
            page = log.read(page.getLast().position(), Long.MAX_VALUE, PAGE);
        }
        return steps;
    }

    private static JsonNode metadata(StoredEvent event) {
        try {
            return FactMapper.get().readTree(event.metadata());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the services declare that this may happen. */
    boolean isDeclaredIn(ChoreographyMap map) {
        boolean published = node(map, fact)
                .flatMap(node -> node.publishers().stream())
                .anyMatch(publisher -> publisher.service().equals(service));
        return published
                && (cause == null
                        || node(map, cause)
                                .flatMap(node -> node.reactions().stream())
                                .filter(answer -> answer.service().equals(service))
                                .anyMatch(answer -> answer.leadsTo().contains(fact)));
    }

    private static Stream<FactNode> node(ChoreographyMap map, String name) {
        return map.facts().stream().filter(node -> node.name().equals(name));
    }
}
