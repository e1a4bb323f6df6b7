package dev.troupe.demo.launch;

import dev.troupe.demo.database.DatabasePlace;
import dev.troupe.demo.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Starts PostgreSQL and gives it the roles and tables all services rely on. */
final class DatabaseStart {

    private DatabaseStart() {}

    static EmbeddedDatabase of(StageSettings settings, DataDirectory data, Secrets secrets, Console console)
            throws IOException {
        console.say("Starting PostgreSQL on port %d", settings.ports().of(Port.POSTGRES));
        DatabasePlace place = new DatabasePlace(
                data.database(),
                programs(settings, data),
                data.logs().resolve("postgresql.log"),
                settings.ports().of(Port.POSTGRES));
        EmbeddedDatabase database = EmbeddedDatabase.start(place, secrets.password("postgres"));
        try {
            settings.preparation().prepare(database.admin(), passwords(settings, secrets));
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The folder shared by all data directories, or one of this directory's own for a user without a home. */
    private static Path programs(StageSettings settings, DataDirectory data) throws IOException {
        try {
            return Files.createDirectories(settings.binaries());
        } catch (IOException e) {
            return Files.createDirectories(data.programs());
        }
    }

    private static Map<String, String> passwords(StageSettings settings, Secrets secrets) throws IOException {
        Map<String, String> passwords = new HashMap<>();
        passwords.put(Service.READER, secrets.password(Service.READER));
        for (Service service : settings.services()) {
            if (service.role().isPresent()) {
                passwords.put(
                        service.role().get(), secrets.password(service.role().get()));
            }
        }
        return passwords;
    }
}
