package dev.troupe.stories;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs commands of Troupe as {@code ./troupe} does, from what this build has made. */
public final class TroupeLauncher {

    private TroupeLauncher() {}

    /** A process with the given arguments, not started yet; it shares this one's standard error. */
    public static ProcessBuilder command(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(RunningSystem.troupe());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
