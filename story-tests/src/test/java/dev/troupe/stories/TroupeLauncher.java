package dev.troupe.stories;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs commands of Troupe as {@code ./troupe} does, from what this build has made. */
public final class TroupeLauncher {

    private TroupeLauncher() {}

    /**
     * A process that starts a system of its own with the given arguments, on an event store without events: in Axon Server if one is given. Not
     * started yet; it shares this one's standard error.
     */
    public static ProcessBuilder ownSystem(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(RunningSystem.troupe());
        command.addAll(arguments);
        command.addAll(RunningSystem.emptyEventStore());
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
