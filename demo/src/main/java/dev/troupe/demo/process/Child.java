package dev.troupe.demo.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A started process and the log it writes. */
final class Child {

    private final ServiceProcess service;
    private final Process process;
    private final Path log;

    private Child(ServiceProcess service, Process process, Path log) {
        this.service = service;
        this.process = process;
        this.log = log;
    }

    static Child start(ServiceProcess service, Path logs) throws IOException {
        Path log = logs.resolve(service.name() + ".log");
        if (Files.exists(log)) {
            Files.move(log, logs.resolve(service.name() + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder =
                new ProcessBuilder(command(service)).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(service.environment());
        return new Child(service, builder.start(), log);
    }

    private static List<String> command(ServiceProcess service) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(service.jvmOptions());
        command.add("-cp");
        command.add(service.classpath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(Leash.class.getName());
        command.add(service.mainClass());
        return command;
    }

    ServiceProcess service() {
        return service;
    }

    Process process() {
        return process;
    }

    ServiceFailed died() {
        return failed("ended by itself with exit code " + process.exitValue());
    }

    ServiceFailed failed(String how) {
        return new ServiceFailed(
                "%s %s. The end of its log (%s):%n%s".formatted(service.name(), how, log, LogTail.text(log)));
    }
}
