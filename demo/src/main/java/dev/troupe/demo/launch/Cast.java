package dev.troupe.demo.launch;

import dev.troupe.demo.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the services into processes that can be started on this machine. */
final class Cast {

    /**
     * Six JVMs share two cores and 2.5 GiB: the small collector, a small heap, and the compiler that is ready sooner. What a flow leaves behind
     * lives for some seconds; half of the heap for the young lets it die there, where by default it fills the old until all is stopped for a
     * second to clean up. Classes are loaded up to the size given without collecting garbage on their account.
     */
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-Xmx192m",
            "-Xmn96m",
            "-XX:SurvivorRatio=3",
            "-XX:MetaspaceSize=128m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.net.preferIPv4Stack=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final StageSettings settings;
    private final ServiceEnvironment environment;

    Cast(StageSettings settings, ServiceEnvironment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    ServiceProcess process(Service service) throws IOException {
        return new ServiceProcess(
                service.module(),
                classpath(service),
                service.mainClass(),
                options(service),
                environment(service),
                readiness(service));
    }

    private List<Path> classpath(Service service) {
        List<Path> jars = new ArrayList<>(settings.classpaths().of(service.module()));
        if (service.role().isPresent()) {
            jars.addAll(settings.rigging().classpath());
        }
        return jars;
    }

    private Map<String, String> environment(Service service) throws IOException {
        Map<String, String> variables = new HashMap<>(environment.of(service));
        variables.putAll(settings.rigging().environment());
        return variables;
    }

    private List<String> options(Service service) {
        List<String> options = new ArrayList<>(SMALL);
        if (service.role().isPresent()) {
            options.addAll(settings.rigging().jvmOptions().apply(service));
        }
        String own = System.getenv("TROUPE_JAVA_OPTIONS");
        if (own != null && !own.isBlank()) {
            options.addAll(Arrays.asList(own.strip().split("\\s+")));
        }
        return options;
    }

    private URI readiness(Service service) {
        Port port = service.port();
        int number = port == Port.PROVIDER
                ? settings.ports().of(port)
                : settings.ports().managementOf(port);
        return URI.create("http://127.0.0.1:" + number + service.readiness());
    }
}
