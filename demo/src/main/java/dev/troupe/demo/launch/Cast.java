package dev.troupe.demo.launch;

import dev.troupe.demo.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns the services into processes that can be started on this machine. */
final class Cast {

    /** Six JVMs share two cores and 2.5 GiB: the small collector, a small heap, and the compiler that is ready sooner. */
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-Xmx192m",
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
                settings.classpaths().of(service.module()),
                service.mainClass(),
                options(),
                environment.of(service),
                readiness(service));
    }

    private static List<String> options() {
        List<String> options = new ArrayList<>(SMALL);
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
