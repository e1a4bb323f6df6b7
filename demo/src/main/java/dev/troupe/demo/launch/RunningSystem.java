package dev.troupe.demo.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a running system can be reached; its launcher writes it into the data directory for other commands.
 *
 * @param pid the launcher's process
 * @param urls the addresses of its parts by the label of their port
 * @param operatorToken the file with the token operators show
 */
public record RunningSystem(long pid, Map<String, URI> urls, Path operatorToken) {

    private static final String FILE = "system.json";
    private static final JsonMapper JSON = new JsonMapper();

    public RunningSystem {
        urls = Map.copyOf(urls);
    }

    static RunningSystem of(Ports ports, Secrets secrets) throws IOException {
        Map<String, URI> urls = new TreeMap<>();
        for (Port port : Port.values()) {
            urls.put(port.label(), URI.create(port.scheme() + "://127.0.0.1:" + ports.of(port)));
        }
        return new RunningSystem(
                ProcessHandle.current().pid(), urls, secrets.passwordFile(ServiceEnvironment.OPERATOR_TOKEN));
    }

    /** Where a part answers. */
    public URI url(Port port) {
        URI url = urls.get(port.label());
        if (url == null) {
            throw new LaunchFailure(ExitCode.NOT_RUNNING, "The running system has no " + port.label() + ".");
        }
        return url;
    }

    void write(Path runFolder) throws IOException {
        Path draft = runFolder.resolve(FILE + ".new");
        JSON.writeValue(draft.toFile(), this);
        Files.move(draft, runFolder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** To be called when the system no longer runs, or has not begun to. */
    static void forget(Path runFolder) throws IOException {
        Files.deleteIfExists(runFolder.resolve(FILE));
    }

    /** Reads what the launcher that uses a data directory wrote once everything was ready. */
    public static RunningSystem of(Path directory) {
        Path file = DataDirectory.run(directory).resolve(FILE);
        try {
            if (!Files.exists(file) || !DataDirectory.isInUse(directory)) {
                throw new LaunchFailure(
                        ExitCode.NOT_RUNNING,
                        "Nothing is running on %s. Start it with ./troupe up, or name another with --data."
                                .formatted(directory));
            }
            return JSON.readValue(Files.readString(file), RunningSystem.class);
        } catch (JsonProcessingException e) {
            throw new LaunchFailure(ExitCode.UNEXPECTED, "Cannot understand " + file + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new LaunchFailure(ExitCode.DATA_DIRECTORY, "Cannot read " + file + ": " + e.getMessage());
        }
    }
}
