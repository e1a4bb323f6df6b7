package dev.troupe.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.operator.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real {@code ./troupe} in a small repository with a Maven and JDKs that only say what they were asked. */
class TroupeScriptTest {

    @TempDir
    private Path folder;

    private Path repository = Path.of("");
    private Path jdk = Path.of("");

    @BeforeEach
    void makeRepository() throws IOException {
        repository = Files.createDirectories(folder.resolve("repository"));
        jdk = jdk("jdk-25", "25.0.1");
        Files.copy(Path.of("../troupe"), repository.resolve("troupe"));
        executable(repository.resolve("mvnw"), """
                echo "maven $*, java $JAVA_HOME" >>maven.calls
                [ ! -f broken ] || { echo '[ERROR] broken.java: nonsense'; exit 1; }
                mkdir -p demo/target
                : >demo/target/demo.jar
                echo a.jar:b.jar >demo/target/classpath
                """);
        Files.writeString(repository.resolve("pom.xml"), "<project/>");
        Files.createDirectories(repository.resolve(".mvn"));
        Files.writeString(
                Files.createDirectories(repository.resolve("demo/src/main")).resolve("Main.java"), "class Main {}");
        Files.writeString(repository.resolve("demo/pom.xml"), "<project/>");
    }

    @Test
    void theFirstRunBuildsAndThenRunsTheCommandLine() throws Exception {
        Result result = troupe("up", "--data", "a folder");
        assertThat(result.exitCode()).isZero();
        assertThat(result.output())
                .contains("-cp " + repository + "/demo/target/demo.jar:a.jar:b.jar")
                .endsWith("dev.troupe.demo.launch.TroupeCommand up --data a folder\n");
        assertThat(builds()).isOne();
    }

    @Test
    void itBuildsAgainOnlyWhenASourceHasChanged() throws Exception {
        troupe("up");
        troupe("up");
        assertThat(builds()).isOne();
        Files.writeString(repository.resolve("demo/src/main/Main.java"), "class Main { int changed; }");
        troupe("up");
        assertThat(builds()).isEqualTo(2);
        Files.delete(repository.resolve("demo/src/main/Main.java"));
        troupe("up");
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void aCommandForARunningSystemDoesNotChangeTheJarsUnderIt() throws Exception {
        troupe("up");
        Files.writeString(repository.resolve("demo/src/main/Main.java"), "class Main { int changed; }");
        troupe("import", "orders.csv");
        assertThat(builds()).isOne();
    }

    @Test
    void aFailingBuildIsExplainedAndTriedAgain() throws Exception {
        Files.createFile(repository.resolve("broken"));
        Result result = troupe("up");
        assertThat(result.exitCode()).isEqualTo(ExitCode.BUILD_FAILED.code());
        assertThat(result.errors()).contains("broken.java: nonsense").contains("target/build.log");
        Files.delete(repository.resolve("broken"));
        assertThat(troupe("up").exitCode()).isZero();
    }

    @Test
    void testRunsAllTestsUnderTheJdkThatWasFound() throws Exception {
        assertThat(troupe("test").exitCode()).isZero();
        assertThat(calls()).singleElement().asString().contains(" verify").endsWith("java " + jdk);
        Files.createFile(repository.resolve("broken"));
        assertThat(troupe("test").exitCode()).isEqualTo(1);
    }

    @Test
    void anOldJdkIsPassedOverForANewerOneInAUsualPlace() throws Exception {
        Path old = jdk("jdk-17", "17.0.15");
        Path home = folder.resolve("home");
        Path newer = jdk("home/.sdkman/candidates/java/99-tem", "99");
        Files.writeString(
                repository.resolve("troupe"),
                Files.readString(repository.resolve("troupe")).replace("NEEDED_JAVA=25", "NEEDED_JAVA=99"));
        Result result = troupe(Map.of("JAVA_HOME", old.toString(), "HOME", home.toString()), "up");
        assertThat(result.exitCode()).isZero();
        assertThat(calls()).singleElement().asString().endsWith("java " + newer);
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        Files.writeString(
                repository.resolve("troupe"),
                Files.readString(repository.resolve("troupe")).replace("NEEDED_JAVA=25", "NEEDED_JAVA=99"));
        Result result = troupe("up");
        assertThat(result.exitCode()).isEqualTo(ExitCode.NO_JDK.code());
        assertThat(result.errors())
                .contains("needs a JDK 99 or newer")
                .contains("Install one")
                .contains("JAVA_HOME");
    }

    @Test
    void itMayBeCalledThroughALinkFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("troupe-link"), repository.resolve("troupe"));
        Result result = run(Map.of("JAVA_HOME", jdk.toString()), List.of(link.toString(), "help"));
        assertThat(result.exitCode()).isZero();
        assertThat(result.output()).contains("-Dtroupe.home=" + repository).contains("in " + folder + " ");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/java"), "echo \"in $PWD $*\"\n");
        executable(home.resolve("bin/javac"), "");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(repository.resolve("maven.calls"));
    }

    private long builds() throws IOException {
        return calls().stream().filter(call -> call.contains(" package")).count();
    }

    private Result troupe(String... arguments) throws IOException, InterruptedException {
        return troupe(Map.of("JAVA_HOME", jdk.toString()), arguments);
    }

    private Result troupe(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(repository.resolve("troupe").toString()));
        command.addAll(List.of(arguments));
        return run(environment, command);
    }

    private Result run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output, Files.readString(errors));
    }

    private record Result(int exitCode, String output, String errors) {}
}
