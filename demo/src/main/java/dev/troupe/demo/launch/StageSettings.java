package dev.troupe.demo.launch;

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
 */
record StageSettings(
        Path data,
        Path binaries,
        boolean fresh,
        Ports ports,
        List<Service> services,
        Classpaths classpaths,
        DatabasePreparation preparation) {

    StageSettings {
        services = List.copyOf(services);
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
