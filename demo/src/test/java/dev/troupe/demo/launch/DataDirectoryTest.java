package dev.troupe.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.operator.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void aMissingDirectoryIsMadeForItsOwnerOnlyAndFoundAgain() throws IOException {
        Path wanted = folder.resolve("made/on/the/way");
        DataDirectory.open(wanted).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(wanted)))
                .isEqualTo("rwx------");
        Files.createFile(wanted.resolve("logs"));
        DataDirectory.open(wanted).close();
    }

    @Test
    void aDirectoryWithOtherThingsIsRefusedAndNotTouched() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "ten years of work");
        assertThatThrownBy(() -> DataDirectory.open(folder))
                .isInstanceOfSatisfying(LaunchFailure.class, failure -> assertThat(failure.exitCode())
                        .isEqualTo(ExitCode.DATA_DIRECTORY))
                .hasMessageContaining("is not empty and not a data directory of Troupe")
                .hasMessageContaining("--data");
        assertThat(folder).isDirectoryContaining("glob:**thesis.tex").isDirectoryNotContaining("glob:**lock");
    }

    @Test
    void emptyingDeletesOnlyWhatTroupePutThere() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("precious"), "kept");
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
            Files.createDirectories(data.database().resolve("base"));
            Files.createDirectories(data.secrets());
            Files.createSymbolicLink(data.logs(), elsewhere);
            Files.writeString(data.path().resolve("notes.txt"), "mine");

            assertThat(data.empty()).containsExactly("notes.txt");

            assertThat(data.database()).doesNotExist();
            assertThat(data.secrets()).doesNotExist();
            assertThat(Files.exists(data.logs(), LinkOption.NOFOLLOW_LINKS)).isFalse();
            assertThat(elsewhere.resolve("precious")).hasContent("kept");
            assertThat(data.path().resolve("notes.txt")).hasContent("mine");
        }
        DataDirectory.open(folder.resolve("data")).close();
    }

    @Test
    void aSecondLauncherIsToldWhoUsesTheDirectory() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder)) {
            assertThatThrownBy(() -> DataDirectory.open(folder))
                    .isInstanceOfSatisfying(LaunchFailure.class, failure -> assertThat(failure.exitCode())
                            .isEqualTo(ExitCode.DATA_DIRECTORY_IN_USE))
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
            assertThat(DataDirectory.isInUse(folder)).isTrue();
        }
        assertThat(DataDirectory.isInUse(folder)).isFalse();
    }

    @Test
    void aPathThatCannotBeADirectoryIsExplained() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("Cannot use")
                .hasMessageContaining("--data");
    }
}
