package dev.troupe.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where it was measured. */
public record Machine(String cpu, int cores, long memoryMegabytes, String system, String java, String postgres) {

    private static final Path CPUS = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    /** This machine. */
    public static Machine here(String postgres) {
        return new Machine(
                line(CPUS, "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong("0" + line(MEMORY, "MemTotal").replaceAll("\\D", "")) / 1024,
                System.getProperty("os.name") + " " + release(System.getProperty("os.version")),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                postgres);
    }

    /** In one sentence. */
    public String text() {
        return "%s, %d cores, %,d MB of memory, %s; %s; PostgreSQL %s with fsync and synchronous_commit on"
                .formatted(cpu.isEmpty() ? "unknown CPU" : cpu, cores, memoryMegabytes, system, java, postgres);
    }

    /** Without what whoever built the system has added, which often tells where it runs. */
    private static String release(String version) {
        return version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
    }

    private static String line(Path file, String name) {
        if (!Files.exists(file)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
