package dev.troupe.demo.launch;

import dev.troupe.demo.process.ChildPrograms;
import dev.troupe.demo.process.TestProcesses;
import dev.troupe.kit.store.EventStoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A launcher with one small service, to be started as a process and killed. */
public final class StageProgram {

    private StageProgram() {}

    public static void main(String[] arguments) throws Exception {
        Ports ports = Ports.of(
                0,
                Map.of(
                        "provider", Integer.parseInt(arguments[2]),
                        "postgres", Integer.parseInt(arguments[3]),
                        "smtp", Integer.parseInt(arguments[4])));
        StageSettings settings =
                settings(Path.of(arguments[0]), Path.of(arguments[1]), false, ports, ChildPrograms.Willing.class);
        Console console = new Console(System.err, System.out);
        Curtain.over(() -> {
            try (Stage stage = Stage.open(settings, console)) {
                console.answer(Long.toString(stage.processes().pid("willing")));
                Vigil.keep(stage, console);
                return 0;
            }
        });
    }

    static StageSettings settings(Path data, Path binaries, boolean fresh, Ports ports, Class<?> program) {
        Service service = new Service(
                program.getSimpleName().toLowerCase(java.util.Locale.ROOT),
                program.getName(),
                Port.PROVIDER,
                "/health/readiness",
                Service.Login.OWN);
        return new StageSettings(
                data,
                binaries,
                fresh,
                ports,
                List.of(service),
                EventStoreSettings.POSTGRES,
                module -> TestProcesses.classpath(),
                (admin, passwords) -> {},
                Rigging.NONE);
    }

    static Ports freePorts() throws IOException {
        return Ports.of(
                0,
                Map.of(
                        "provider", TestProcesses.freePort(),
                        "postgres", TestProcesses.freePort(),
                        "smtp", TestProcesses.freePort()));
    }
}
