package dev.troupe.demo.launch;

import dev.troupe.demo.database.EmbeddedDatabase;
import dev.troupe.kit.database.DatabaseSetup;
import dev.troupe.kit.migration.EventStoreMigration;
import dev.troupe.kit.migration.EventStoreMigration.Migrated;
import dev.troupe.kit.migration.MigrationRefused;
import dev.troupe.kit.store.EventStoreKind;
import dev.troupe.kit.store.EventStoreSettings;
import dev.troupe.operator.CacheDirectory;
import dev.troupe.operator.DataOption;
import dev.troupe.operator.ExitCode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.axonframework.common.AxonException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves a stopped system from one event store to the other. */
@Command(
        name = "migrate",
        description = {
            "Copy all events of a stopped system into the other event store, compare the two, and let the system go on"
                    + " there.",
            "The source is left as it is."
        })
final class MigrateCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private AxonServerOptions axonServer = new AxonServerOptions();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "STORE",
            description = "Where the events are: postgres or axon-server.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "STORE",
            description = "Where they go: axon-server or postgres.")
    private String to = "";

    @Option(
            names = "--resume",
            description = "Go on behind the events the target has, if they are the beginning of this log: after an"
                    + " interruption, or when moving back.")
    private boolean resume;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description =
                    "Move the system on this PostgreSQL instead of that on the data directory. $TROUPE_DB_USER and"
                            + " $TROUPE_DB_PASSWORD name the role that owns it.")
    private @Nullable String database;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "15432",
            description =
                    "The port for the PostgreSQL on the data directory, which is started for the purpose; default 15432.")
    private int port = 15_432;

    @Override
    public Integer call() throws Exception {
        Console console = new Console(System.err, System.out);
        EventStoreSettings source = settings(from);
        EventStoreSettings target = settings(to);
        if (source.kind() == target.kind()) {
            throw new LaunchFailure(ExitCode.USAGE, "--from and --to name the same event store.");
        }
        if (database != null) {
            return migrate(external(database), source, target, console);
        }
        return Curtain.over(() -> {
            try (DataDirectory directory = DataDirectory.open(data.path());
                    EmbeddedDatabase embedded = start(directory, console)) {
                return migrate(embedded.admin(), source, target, console);
            }
        });
    }

    private EmbeddedDatabase start(DataDirectory directory, Console console) throws Exception {
        Leftovers.of(directory).end(console);
        StageSettings settings = new StageSettings(
                directory.path(),
                CacheDirectory.path().resolve("postgresql"),
                false,
                Ports.of(0, Map.of("postgres", port)),
                List.of(),
                EventStoreSettings.POSTGRES,
                module -> List.of(),
                DatabaseSetup::run,
                Rigging.NONE);
        settings.ports().requireFree(Set.of(Port.POSTGRES));
        return DatabaseStart.of(settings, directory, new Secrets(directory.secrets()), console);
    }

    private int migrate(DataSource admin, EventStoreSettings source, EventStoreSettings target, Console console)
            throws SQLException {
        try {
            Migrated migrated = new EventStoreMigration(admin, source, target)
                    .run(resume, events -> console.say("  %,d events copied", events));
            console.say(
                    "Moved %,d events from %s to %s and compared them; SHA-256 of both: %s",
                    migrated.events(), from, to, migrated.digest());
            return ExitCode.OK.code();
        } catch (MigrationRefused refused) {
            throw new LaunchFailure(exitCode(refused), String.valueOf(refused.getMessage()));
        } catch (AxonException e) {
            throw new LaunchFailure(ExitCode.EVENT_STORE, String.valueOf(e.getMessage()));
        }
    }

    private static ExitCode exitCode(MigrationRefused refused) {
        return switch (refused.reason()) {
            case OTHER_STORE -> ExitCode.EVENT_STORE;
            case RUNNING -> ExitCode.REFUSED;
            case NOT_EMPTY -> ExitCode.NOT_EMPTY;
            case DIFFERENT -> ExitCode.DIFFERENT;
        };
    }

    private EventStoreSettings settings(String kind) {
        try {
            return switch (EventStoreKind.parse(kind)) {
                case POSTGRES -> EventStoreSettings.POSTGRES;
                case AXON_SERVER -> EventStoreSettings.on(axonServer.settings());
            };
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static DataSource external(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(System.getenv("TROUPE_DB_USER"));
        source.setPassword(System.getenv("TROUPE_DB_PASSWORD"));
        return source;
    }
}
