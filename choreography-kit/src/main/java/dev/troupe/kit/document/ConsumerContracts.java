package dev.troupe.kit.document;

import dev.troupe.kit.status.Declaration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who reads which fields of which fact, as found in the code of all services. */
public final class ConsumerContracts {

    private ConsumerContracts() {}

    /** The fields read, by fact and then by reader, which is named as service and class or view. */
    public static SortedMap<String, SortedMap<String, List<String>>> of(Collection<Declaration> declarations) {
        SortedMap<String, SortedMap<String, List<String>>> contracts = new TreeMap<>();
        for (Declaration service : declarations) {
            service.facts().forEach(fact -> contracts.computeIfAbsent(fact.name(), name -> new TreeMap<>()));
            service.aggregates().forEach(reader -> add(contracts, service, reader.name(), reader.reads()));
            service.reactions().forEach(reader -> add(contracts, service, reader.name(), reader.reads()));
            service.projections().forEach(reader -> add(contracts, service, reader.name(), reader.reads()));
        }
        return contracts;
    }

    private static void add(
            SortedMap<String, SortedMap<String, List<String>>> contracts,
            Declaration service,
            String reader,
            Map<String, List<String>> reads) {
        reads.forEach((fact, fields) ->
                contracts.computeIfAbsent(fact, name -> new TreeMap<>()).put(service.service() + "/" + reader, fields));
    }
}
