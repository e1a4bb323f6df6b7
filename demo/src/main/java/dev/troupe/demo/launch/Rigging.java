package dev.troupe.demo.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a run that disturbs the services gives their processes in addition; nobody else gives them anything.
 *
 * @param jvmOptions options for the JVM of each service that has a database
 * @param classpath jars behind those of such a service
 * @param environment variables for every process, which win over all others
 */
public record Rigging(
        Function<Service, List<String>> jvmOptions, List<Path> classpath, Map<String, String> environment) {

    /** Nothing is different. */
    public static final Rigging NONE = new Rigging(service -> List.of(), List.of(), Map.of());

    public Rigging {
        classpath = List.copyOf(classpath);
        environment = Map.copyOf(environment);
    }
}
