package dev.troupe.demo.launch;

import dev.troupe.demo.database.Postmaster;
import dev.troupe.demo.process.ProcessLedger;
import dev.troupe.operator.RunningSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What a launcher that was killed could not put away. */
final class Leftovers {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final DataDirectory data;

    private Leftovers(DataDirectory data) {
        this.data = data;
    }

    static Leftovers of(DataDirectory data) {
        return new Leftovers(data);
    }

    /** Ends the processes of an earlier run on this data directory, and only those. */
    void end(Console console) throws IOException {
        RunningSystem.forget(data.path());
        List<String> processes = new ProcessLedger(data.processes()).endLeftovers(GRACE);
        boolean database = new Postmaster(data.database()).stop();
        if (!processes.isEmpty() || database) {
            console.say(
                    "An earlier launcher was killed; stopped what it had left running: %s",
                    String.join(", ", processes) + (database ? (processes.isEmpty() ? "" : ", ") + "PostgreSQL" : ""));
        }
    }
}
