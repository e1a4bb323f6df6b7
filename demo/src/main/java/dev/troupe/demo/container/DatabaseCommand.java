package dev.troupe.demo.container;

import dev.troupe.demo.launch.LaunchFailure;
import dev.troupe.kit.database.DatabaseSetup;
import dev.troupe.operator.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a database to the newest version, and gives every role its password. */
@Command(name = "database", description = "Prepare the database for all services; may be repeated at any time.")
final class DatabaseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder that 'secrets' has filled.")
    private Path folder = Path.of("");

    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            description = "The database, as jdbc:postgresql://HOST:PORT/NAME.")
    private String url = "";

    @Option(
            names = "--admin",
            paramLabel = "ROLE",
            defaultValue = "postgres",
            description = "A role that may create roles and schemas; ${DEFAULT-VALUE} unless said.")
    private String admin = "";

    @Override
    public Integer call() throws IOException {
        Map<String, String> passwords = new TreeMap<>();
        for (String role : Roles.ALL) {
            passwords.put(role, read(Roles.folder(folder, role).resolve(Roles.file(role))));
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        try {
            database.setURL(url);
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure(ExitCode.USAGE, "'%s' is not the address of a PostgreSQL database".formatted(url));
        }
        database.setUser(admin);
        database.setPassword(read(folder.resolve("database").resolve(admin)));
        DatabaseSetup.run(database, passwords);
        return ExitCode.OK.code();
    }

    private static String read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new LaunchFailure(
                    ExitCode.DATA_DIRECTORY, file + " cannot be read; 'container secrets' makes what is missing");
        }
        return Files.readString(file).strip();
    }
}
