package dev.troupe.demo.launch;

import dev.troupe.kit.store.EventStoreSettings;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What to start and where.
 *
 * @param data the data directory
 * @param binaries where the programs of PostgreSQL are unpacked
 * @param fresh whether the data directory is emptied first
 * @param rigging what is different about the services' processes
 */
public record StageSettings(
        Path data,
        Path binaries,
        boolean fresh,
        Ports ports,
        List<Service> services,
        EventStoreSettings eventStore,
        Classpaths classpaths,
        DatabasePreparation preparation,
        Rigging rigging) {

    public StageSettings {
        services = List.copyOf(services);
    }

    /** The same without the trace viewer. */
    public StageSettings withoutTraceViewer() {
        List<Service> others = services.stream()
                .filter(service -> service.port() != Port.TRACE_VIEWER)
                .toList();
        return new StageSettings(data, binaries, fresh, ports, others, eventStore, classpaths, preparation, rigging);
    }

    /** The same with an emptied data directory. */
    StageSettings anew() {
        return new StageSettings(data, binaries, true, ports, services, eventStore, classpaths, preparation, rigging);
    }

    /** The same with processes that are different in something. */
    public StageSettings with(Rigging different) {
        return new StageSettings(
                data, binaries, fresh, ports, services, eventStore, classpaths, preparation, different);
    }

    /** The ports somebody will listen on. */
    Set<Port> portsNeeded() {
        Set<Port> needed = EnumSet.of(Port.POSTGRES, Port.SMTP);
        services.forEach(service -> needed.add(service.port()));
        if (needed.contains(Port.TRACE_VIEWER)) {
            needed.add(Port.OTLP);
        }
        return needed;
    }
}
