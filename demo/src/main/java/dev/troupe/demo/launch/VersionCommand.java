package dev.troupe.demo.launch;

import dev.troupe.operator.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Says which Troupe this is. */
@Command(name = "version", description = "Print the version of Troupe and of the Java it runs on.")
final class VersionCommand implements Callable<Integer>, IVersionProvider {

    @Override
    public Integer call() throws IOException {
        new Console(System.err, System.out).answer(getVersion()[0]);
        return ExitCode.OK.code();
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {
            "Troupe %s, Java %s (%s)"
                    .formatted(version(), System.getProperty("java.version"), System.getProperty("java.home"))
        };
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
