package dev.troupe.demo.launch;

import dev.troupe.operator.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which Troupe this is. */
@Command(name = "version", description = "Print the version of Troupe and of the Java it runs on.")
final class VersionCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        new Console(System.err, System.out)
                .answer("Troupe %s, Java %s (%s)"
                        .formatted(version(), System.getProperty("java.version"), System.getProperty("java.home")));
        return ExitCode.OK.code();
    }

    private static String version() throws IOException {
        try (InputStream maven =
                VersionCommand.class.getResourceAsStream("/META-INF/maven/dev.troupe/demo/pom.properties")) {
            Properties properties = new Properties();
            if (maven != null) {
                properties.load(maven);
            }
            return properties.getProperty("version", "(not packaged)");
        }
    }
}
