package dev.troupe.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;

/**
 * Where a running system can be reached; its launcher writes it into the data directory for other commands.
 *
 * @param pid the launcher's process
 * @param urls the addresses of its parts by name
 * @param services the parts that have an operator surface
 */
public record RunningSystem(long pid, Map<String, URI> urls, Set<String> services) {

    private static final String FILE = "system.json";
    private static final JsonMapper JSON = new JsonMapper();

    public RunningSystem {
        urls = Map.copyOf(urls);
        services = Set.copyOf(services);
    }

    /** Where a part answers. */
    public URI url(String part) {
        URI url = urls.get(part);
        if (url == null) {
            throw new CommandFailure(ExitCode.NOT_RUNNING, "The running system has no " + part + ".");
        }
        return url;
    }

    /** Tells other commands, once everything is ready. */
    public void write(Path directory) throws IOException {
        Path file = fileIn(directory);
        Path draft = file.resolveSibling(FILE + ".new");
        JSON.writeValue(draft.toFile(), this);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** To be called when the system no longer runs, or has not begun to. */
    public static void forget(Path directory) throws IOException {
        Files.deleteIfExists(fileIn(directory));
    }

    /** The system that {@code $TROUPE_SERVICES} names, or else the one whose launcher uses a data directory. */
    public static RunningSystem of(Path directory) {
        Map<String, URI> named = ServiceAddresses.fromEnvironment();
        return named.isEmpty()
                ? launchedOn(directory)
                : new RunningSystem(ProcessHandle.current().pid(), named, named.keySet());
    }

    private static RunningSystem launchedOn(Path directory) {
        Path file = fileIn(directory);
        try {
            if (Files.exists(file)) {
                RunningSystem system = JSON.readValue(Files.readString(file), RunningSystem.class);
                if (ProcessHandle.of(system.pid).isPresent()) {
                    return system;
                }
            }
            throw new CommandFailure(
                    ExitCode.NOT_RUNNING,
                    "Nothing is running on %s. Start it with ./troupe up, or name another with --data."
                            .formatted(directory));
        } catch (JsonProcessingException e) {
            throw new CommandFailure(ExitCode.UNEXPECTED, "Cannot understand " + file + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.DATA_DIRECTORY, "Cannot read " + file + ": " + e.getMessage());
        }
    }

    private static Path fileIn(Path directory) {
        return directory.resolve("run").resolve(FILE);
    }
}
