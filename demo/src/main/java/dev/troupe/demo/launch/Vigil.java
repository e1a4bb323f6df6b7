package dev.troupe.demo.launch;

import dev.troupe.demo.process.ServiceFailed;
import java.time.Duration;
import java.util.Optional;

/** Stays until somebody stops the launcher, and tells at once when a process ends by itself. */
final class Vigil {

    private static final Duration GLANCE = Duration.ofMillis(500);

    private Vigil() {}

    static void keep(Stage stage, Console console) throws InterruptedException {
        Optional<ServiceFailed> failure = stage.processes().failure();
        while (failure.isEmpty()) {
            Thread.sleep(GLANCE);
            failure = stage.processes().failure();
        }
        console.say("%s", failure.get().getMessage());
        console.say("The others stay up; Ctrl-C stops them.");
        while (true) {
            Thread.sleep(Duration.ofDays(1));
        }
    }
}
