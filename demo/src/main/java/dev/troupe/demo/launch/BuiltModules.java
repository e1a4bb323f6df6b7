package dev.troupe.demo.launch;

import dev.troupe.demo.process.Leash;
import dev.troupe.operator.ExitCode;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds what the build has made of each module. */
final class BuiltModules implements Classpaths {

    private final Path home;

    private BuiltModules(Path home) {
        this.home = home;
    }

    /** The modules of the repository that {@code ./troupe} names, or else of the one the working directory is in. */
    static BuiltModules locate() {
        String named = System.getProperty("troupe.home");
        Path start = Path.of(named == null ? "" : named).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("troupe"))) {
                return new BuiltModules(folder);
            }
        }
        throw new LaunchFailure(ExitCode.UNEXPECTED, "There is no Troupe repository at or above " + start);
    }

    /** The folder of the repository. */
    Path home() {
        return home;
    }

    /** The jars a module runs on, its own first and those of the launcher's {@link Leash} last. */
    @Override
    public List<Path> of(String module) {
        Path target = home.resolve(module).resolve("target");
        Path own = target.resolve(module + ".jar");
        try {
            List<Path> jars = new ArrayList<>();
            jars.add(own);
            Arrays.stream(Files.readString(target.resolve("classpath")).split(File.pathSeparator))
                    .map(String::strip)
                    .filter(jar -> !jar.isEmpty())
                    .map(Path::of)
                    .forEach(jars::add);
            jars.add(Path.of(Leash.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
            requireThere(module, jars);
            return jars;
        } catch (IOException | URISyntaxException e) {
            throw new LaunchFailure(ExitCode.BUILD_FAILED, notBuilt(module, target.resolve("classpath")));
        }
    }

    private static void requireThere(String module, List<Path> jars) {
        for (Path jar : jars) {
            if (!Files.exists(jar)) {
                throw new LaunchFailure(ExitCode.BUILD_FAILED, notBuilt(module, jar));
            }
        }
    }

    private static String notBuilt(String module, Path missing) {
        return "%s is not built: %s is missing. Run ./troupe build.".formatted(module, missing);
    }
}
