package dev.troupe.demo.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Starts the {@link ChildPrograms}. */
public final class TestProcesses {

    public static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xmx32m", "-XX:TieredStopAtLevel=1");

    private TestProcesses() {}

    static Processes in(Path folder) {
        return new Processes(folder.resolve("logs"), ledger(folder), Duration.ofSeconds(1));
    }

    static ProcessLedger ledger(Path folder) {
        return new ProcessLedger(folder.resolve("processes"));
    }

    static ServiceProcess service(String name, Class<?> program, int port) {
        return new ServiceProcess(
                name,
                classpath(),
                program.getName(),
                SMALL,
                Map.of("SERVER_PORT", Integer.toString(port)),
                URI.create("http://127.0.0.1:" + port + "/health/readiness"));
    }

    /** What the tests themselves run on. */
    public static List<Path> classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** Starts a main class on the tests' classpath, not held by a leash. */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx160m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The next line a process prints; fails if it ends before. */
    public static String line(BufferedReader output) {
        try {
            String line = output.readLine();
            if (line == null) {
                throw new AssertionError("the process ended without a word");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BufferedReader output(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    /** Sends a signal such as STOP or KILL. */
    public static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** A port nobody uses now, and that the system will not choose meanwhile for somebody's outgoing connection. */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken: try another
            }
        }
    }

    /** Whether a process still runs. */
    public static boolean runs(long pid) {
        return ProcessHandle.of(pid).filter(RecordedProcess::isRunning).isPresent();
    }
}
