package dev.troupe.demo.process;

import static dev.troupe.demo.process.TestProcesses.PATIENCE;
import static dev.troupe.demo.process.TestProcesses.freePort;
import static dev.troupe.demo.process.TestProcesses.runs;
import static dev.troupe.demo.process.TestProcesses.service;
import static dev.troupe.demo.process.TestProcesses.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    @TempDir
    private Path folder;

    @Test
    void processesAreReadyOnceTheyAnswerAndGoneOnceClosed() throws Exception {
        List<String> ready = new ArrayList<>();
        List<Long> pids;
        try (Processes processes = TestProcesses.in(folder)) {
            processes.start(service("one", ChildPrograms.Willing.class, freePort()));
            processes.start(service("two", ChildPrograms.Willing.class, freePort()));
            processes.awaitReady(PATIENCE, ready::add);
            pids = List.of(processes.pid("one"), processes.pid("two"));
            assertThat(pids).allMatch(TestProcesses::runs);
            assertThat(processes.failure()).isEmpty();
        }
        assertThat(ready).containsExactlyInAnyOrder("one", "two");
        assertThat(pids).noneMatch(TestProcesses::runs);
    }

    @Test
    void aProcessThatDiesIsReportedWithWhatItSaidLast() throws Exception {
        try (Processes processes = TestProcesses.in(folder)) {
            processes.start(service("dying", ChildPrograms.Dying.class, freePort()));
            assertThatThrownBy(() -> processes.awaitReady(PATIENCE, name -> {}))
                    .isInstanceOf(ServiceFailed.class)
                    .hasMessageContaining("dying ended by itself with exit code 3")
                    .hasMessageContaining("the ledger is upside down")
                    .hasMessageContaining(folder.resolve("logs/dying.log").toString());
        }
    }

    @Test
    void aProcessThatNeverAnswersIsReportedWhenTheTimeIsUp() throws Exception {
        try (Processes processes = TestProcesses.in(folder)) {
            processes.start(service("silent", ChildPrograms.Silent.class, freePort()));
            assertThatThrownBy(() -> processes.awaitReady(Duration.ofSeconds(1), name -> {}))
                    .isInstanceOf(ServiceFailed.class)
                    .hasMessageContaining("silent was not ready after 1 seconds");
        }
    }

    @Test
    void aProcessThatIgnoresTheRequestToEndIsForced() throws Exception {
        long pid;
        try (Processes processes = TestProcesses.in(folder)) {
            processes.start(service("stubborn", ChildPrograms.Stubborn.class, freePort()));
            processes.awaitReady(PATIENCE, name -> {});
            pid = processes.pid("stubborn");
        }
        assertThat(runs(pid)).isFalse();
    }

    @Test
    void aProcessThatIsKilledLaterIsReportedAndCanBeStartedAgain() throws Exception {
        try (Processes processes = TestProcesses.in(folder)) {
            ServiceProcess service = service("one", ChildPrograms.Willing.class, freePort());
            processes.start(service);
            processes.awaitReady(PATIENCE, name -> {});
            signal("KILL", processes.pid("one"));
            await().untilAsserted(() -> assertThat(processes.failure())
                    .hasValueSatisfying(failure -> assertThat(failure).hasMessageContaining("exit code 137")));
            processes.start(service);
            processes.awaitReady(PATIENCE, name -> {});
            assertThat(processes.failure()).isEmpty();
        }
    }

    @Test
    void aProcessCanBeKilledAndStartedAgainByItsName() throws Exception {
        try (Processes processes = TestProcesses.in(folder)) {
            processes.start(service("one", ChildPrograms.Willing.class, freePort()));
            processes.awaitReady(PATIENCE, name -> {});
            processes.kill("one");
            assertThat(processes.isRunning("one")).isFalse();
            assertThat(processes.isReady("one")).isFalse();
            processes.restart("one");
            await().atMost(PATIENCE).until(() -> processes.isReady("one"));
            assertThat(processes.names()).containsExactly("one");
        }
    }

    @Test
    void theLogOfTheRunBeforeIsKept() throws Exception {
        for (int run = 0; run < 2; run++) {
            try (Processes processes = TestProcesses.in(folder)) {
                processes.start(service("dying", ChildPrograms.Dying.class, freePort()));
                await().until(() -> processes.failure().isPresent());
            }
        }
        assertThat(Files.readString(folder.resolve("logs/dying.previous.log"))).contains("upside down");
        assertThat(Files.readString(folder.resolve("logs/dying.log"))).contains("upside down");
    }
}
