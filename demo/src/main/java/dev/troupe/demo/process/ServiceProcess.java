package dev.troupe.demo.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A Java process to be started.
 *
 * @param name what people call it; also names its log file
 * @param classpath the jars and folders it runs on
 * @param mainClass where it begins
 * @param jvmOptions options for its JVM
 * @param environment variables that are added to the launcher's own
 * @param readiness answers 200 once the process can do its work
 */
public record ServiceProcess(
        String name,
        List<Path> classpath,
        String mainClass,
        List<String> jvmOptions,
        Map<String, String> environment,
        URI readiness) {

    public ServiceProcess {
        classpath = List.copyOf(classpath);
        jvmOptions = List.copyOf(jvmOptions);
        environment = Map.copyOf(environment);
    }
}
