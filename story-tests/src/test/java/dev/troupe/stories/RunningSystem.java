package dev.troupe.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.kit.store.EventLog;
import dev.troupe.kit.store.EventStoreSettings;
import dev.troupe.test.TestAxonServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * All processes of Troupe, started once for all stories by the same command a person uses, and stopped when the tests end or when another
 * system needs their event store. Events are in Axon Server if one is given.
 */
final class RunningSystem {

    /** Keeps all ports below the range from which outgoing connections take theirs. */
    private static final int PORT_OFFSET = 10_000;

    private static @Nullable RunningSystem instance;

    private final Process launcher;
    private final Path data;
    private final Map<String, String> urls;
    private final SpanSink spans;
    private final EventLog log;

    private RunningSystem(Process launcher, Path data, Map<String, String> urls, SpanSink spans, EventLog log) {
        this.launcher = launcher;
        this.data = data;
        this.urls = urls;
        this.spans = spans;
        this.log = log;
    }

    /** The system, started when first asked for. */
    static synchronized RunningSystem get() {
        RunningSystem running = instance;
        if (running == null) {
            running = start();
            instance = running;
        }
        return running;
    }

    /**
     * The options by which a command starts a system on an event store without events. Axon Server has one log, so the system that all stories
     * share is stopped if it is there that events are; who needs it next starts it anew.
     */
    static synchronized List<String> emptyEventStore() {
        return TestAxonServer.find().map(RunningSystem::emptied).orElse(List.of());
    }

    private static List<String> emptied(String axonServer) {
        RunningSystem running = instance;
        if (running != null) {
            instance = null;
            running.log.close();
            stop(running.launcher);
            running.spans.close();
        }
        TestAxonServer.empty();
        return List.of("--event-store", "axon-server", "--axonserver", axonServer);
    }

    URI url(String part) {
        return URI.create(String.valueOf(urls.get(part)));
    }

    SpanSink spans() {
        return spans;
    }

    /** Lets a service do nothing at all, as on a machine that hangs, until the story goes on. */
    Asleep putToSleep(String service) {
        return Asleep.process(pid(service));
    }

    private long pid(String service) {
        try (Stream<String> processes = Files.lines(data.resolve("run/processes"))) {
            return processes
                    .map(line -> line.split(" ", 3))
                    .filter(parts -> parts[2].equals(service))
                    .mapToLong(parts -> Long.parseLong(parts[0]))
                    .reduce((former, latest) -> latest)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that holds everything the system remembers. */
    Path data() {
        return data;
    }

    /** Does something in the database as its owner. */
    void asOwner(String sql) {
        try (Connection connection = database(data, "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PGSimpleDataSource database(Path data, String user) {
        try {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL("jdbc:postgresql://127.0.0.1:" + (15432 + PORT_OFFSET) + "/troupe");
            source.setUser(user);
            source.setPassword(
                    Files.readString(data.resolve("secrets").resolve(user)).strip());
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that was recorded, in whichever store it is. */
    EventLog log() {
        return log;
    }

    private static EventLog openLog(Path data) {
        EventStoreSettings settings = TestAxonServer.find()
                .map(address -> EventStoreSettings.on(TestAxonServer.settings()))
                .orElse(EventStoreSettings.POSTGRES);
        return settings.openLog("stories", database(data, "troupe_reader"));
    }

    private static RunningSystem start() {
        try {
            SpanSink spans = SpanSink.start();
            Path data = Files.createTempDirectory("troupe-stories");
            Process launcher = launcher(data, spans).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(launcher)));
            Path system = data.resolve("run/system.json");
            Awaitility.await().atMost(Duration.ofSeconds(180)).until(() -> Files.exists(system) || !launcher.isAlive());
            if (!launcher.isAlive()) {
                throw new IllegalStateException("The system did not start, see the output above");
            }
            return new RunningSystem(launcher, data, urls(system), spans, openLog(data));
        } catch (IOException e) {
            throw new UncheckedIOException("The system cannot be started", e);
        }
    }

    /** What {@code ./troupe} runs once everything is built. */
    static List<String> troupe() throws IOException {
        Path home = Path.of("..").toAbsolutePath().normalize();
        String classPath = home.resolve("demo/target/demo.jar") + ":"
                + Files.readString(home.resolve("demo/target/classpath")).strip();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Djava.net.preferIPv4Stack=true",
                "-Dtroupe.home=" + home,
                "-cp",
                classPath,
                "dev.troupe.demo.launch.TroupeCommand");
    }

    private static ProcessBuilder launcher(Path data, SpanSink spans) throws IOException {
        List<String> command = new ArrayList<>(troupe());
        command.addAll(List.of(
                "up",
                "--data",
                data.toString(),
                "--port-offset",
                Integer.toString(PORT_OFFSET),
                "--without",
                "trace-viewer"));
        command.addAll(emptyEventStore());
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("TROUPE_OTLP_ENDPOINT", spans.endpoint());
        builder.environment().put("TROUPE_PAYMENT_TIME_OUT", "4s");
        builder.environment().put("TROUPE_ORDER_TIME_OUT", "8s");
        builder.environment().put("TROUPE_INVENTORY_RESERVATION_EXPIRY", "15s");
        return builder;
    }

    private static Map<String, String> urls(Path system) throws IOException {
        JsonNode json = new ObjectMapper().readTree(Files.readString(system)).path("urls");
        return json.propertyStream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .asText()));
    }

    private static void stop(Process launcher) {
        launcher.destroy();
        try {
            if (!launcher.waitFor(30, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
