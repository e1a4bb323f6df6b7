package dev.troupe.demo.process;

import static dev.troupe.demo.process.TestProcesses.freePort;
import static dev.troupe.demo.process.TestProcesses.runs;
import static dev.troupe.demo.process.TestProcesses.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the processes of a launcher that ended by {@code kill -9}. */
class KilledLauncherTest {

    private static final Duration GRACE = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    private long child;

    @AfterEach
    void leaveNothing() throws Exception {
        if (child != 0 && runs(child)) {
            signal("KILL", child);
        }
    }

    @Test
    void aChildNoticesAndEndsByItself() throws Exception {
        killLauncherOf(ChildPrograms.Willing.class, false);
        await().until(() -> !runs(child));
    }

    @Test
    void aChildThatCannotNoticeIsEndedByTheNextLauncher() throws Exception {
        killLauncherOf(ChildPrograms.Willing.class, true);
        assertThat(runs(child)).isTrue();
        assertThat(TestProcesses.ledger(folder).endLeftovers(GRACE)).containsExactly("child");
        assertThat(runs(child)).isFalse();
        assertThat(TestProcesses.ledger(folder).endLeftovers(GRACE)).isEmpty();
    }

    @Test
    void aLaterProcessWithTheSameIdIsLeftAlone() throws Exception {
        Process innocent = TestProcesses.start(ChildPrograms.Silent.class);
        try {
            RecordedProcess namesake =
                    new RecordedProcess(innocent.pid(), Instant.now().minus(Duration.ofHours(1)), "child");
            Files.writeString(folder.resolve("processes"), namesake.line() + "\n");
            assertThat(TestProcesses.ledger(folder).endLeftovers(GRACE)).isEmpty();
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly().waitFor();
        }
    }

    @Test
    void aLineThatTheKillCutOffIsPassedOver() throws Exception {
        Files.writeString(folder.resolve("processes"), "4711 17");
        assertThat(TestProcesses.ledger(folder).endLeftovers(GRACE)).isEmpty();
    }

    private void killLauncherOf(Class<?> program, boolean frozen) throws IOException, InterruptedException {
        Process launcher = TestProcesses.start(
                ChildPrograms.Launcher.class, folder.toString(), program.getName(), Integer.toString(freePort()));
        try (BufferedReader output = TestProcesses.output(launcher)) {
            child = Long.parseLong(TestProcesses.line(output));
            if (frozen) {
                signal("STOP", child);
            }
        } finally {
            launcher.destroyForcibly().waitFor();
        }
    }
}
