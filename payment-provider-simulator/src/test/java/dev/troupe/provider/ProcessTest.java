package dev.troupe.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LISTENING = Pattern.compile("listening on (http://\\S+)");

    private final Path folder;

    private final List<Process> processes = new ArrayList<>();

    ProcessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatWasAcknowledgedIsStillThereAfterAKill() throws Exception {
        Map<String, String> settings = Map.of(
                "PROVIDER_PORT",
                "0",
                "PROVIDER_LEDGER",
                folder.resolve("ledger").toString());
        Process process = start(settings);
        ProviderClient client = new ProviderClient(address());
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 8; caller++) {
                callers.execute(() -> authorizeUntilItBreaks(client, next, acknowledged));
            }
            try {
                await().atMost(PATIENCE).until(() -> acknowledged.size() > 100);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }

        start(settings);
        ProviderClient again = new ProviderClient(address());

        assertThat(acknowledged)
                .allSatisfy(key -> assertThat(again.find(key).text("status")).isEqualTo("AUTHORIZED"));
        assertThat(again.summary().number("authorizations")).isBetween((long) acknowledged.size(), (long) next.get());
    }

    @Test
    void aTerminatedProcessEndsAtOnceAlthoughRequestsAreLeftLying() throws Exception {
        Process process = start(
                Map.of("PROVIDER_PORT", "0", "PROVIDER_FAULTS", "{\"slowPercent\": 100, \"slowMillis\": 600000}"));
        assertThat(log()).contains("THE LEDGER IS IN MEMORY ONLY");
        ProviderClient client = new ProviderClient(address());
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            callers.execute(() -> swallowed(() -> client.authorize("k1", 100)));
            process.destroy();
            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anAddressThatIsTakenIsAnExitCodeAndASentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            Process process = launch(Map.of("PROVIDER_PORT", Integer.toString(taken.getLocalPort())));

            assertThat(process.waitFor()).isEqualTo(4);
            assertThat(log()).startsWith("cannot listen on 127.0.0.1 port " + taken.getLocalPort());
        }
    }

    @Test
    void aSettingThatIsNotUnderstoodIsAnExitCodeAndASentence() throws Exception {
        assertThat(launch(Map.of("PROVIDER_PORT", "many")).waitFor()).isEqualTo(2);
        assertThat(log()).isEqualTo("PROVIDER_PORT must be a number from 0 to 65535, not 'many'\n");
    }

    @Test
    void aBrokenLedgerIsAnExitCodeAndASentence() throws Exception {
        Path ledger = Files.writeString(folder.resolve("ledger"), "nonsense\nnonsense\n");

        assertThat(launch(Map.of("PROVIDER_LEDGER", ledger.toString())).waitFor())
                .isEqualTo(3);
        assertThat(log()).startsWith("line 1 of the ledger (byte 0) is broken");
    }

    @Test
    void aFolderInPlaceOfTheLedgerIsAnExitCodeAndASentence() throws Exception {
        assertThat(launch(Map.of("PROVIDER_LEDGER", folder.toString())).waitFor())
                .isEqualTo(4);
        assertThat(log()).startsWith("cannot use the ledger " + folder).contains("set PROVIDER_LEDGER to a file");
    }

    @Test
    void helpNamesEverySetting() throws Exception {
        assertThat(launch(Map.of(), "--help").waitFor()).isZero();
        assertThat(log()).contains("PROVIDER_HOST", "PROVIDER_PORT", "PROVIDER_LEDGER", "PROVIDER_FAULTS");
        assertThat(launch(Map.of(), "--port", "1").waitFor()).isEqualTo(2);
    }

    private Process start(Map<String, String> settings) throws IOException {
        Process process = launch(settings);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(log()).containsPattern(LISTENING));
        return process;
    }

    private Process launch(Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PaymentProviderSimulator.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(settings);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private URI address() throws IOException {
        Matcher found = LISTENING.matcher(log());
        assertThat(found.find()).isTrue();
        return URI.create(found.group(1));
    }

    private static void authorizeUntilItBreaks(ProviderClient client, AtomicInteger next, Set<String> acknowledged) {
        swallowed(() -> {
            while (true) {
                String key = "k" + next.getAndIncrement();
                assertThat(client.authorize(key, 100).status()).isEqualTo(201);
                acknowledged.add(key);
            }
        });
    }

    /** The process is killed while it answers: that is what the test is about. */
    private static void swallowed(Runnable call) {
        try {
            call.run();
        } catch (UncheckedIOException e) {
            assertThat(e).hasCauseInstanceOf(IOException.class);
        }
    }
}
