package dev.troupe.demo.chaos;

import java.io.IOException;
import java.time.Duration;

/** The lines between the processes, each through a proxy. */
public final class Lines implements AutoCloseable {

    private final Proxy database;
    private final Proxy provider;

    private Lines(Proxy database, Proxy provider) {
        this.database = database;
        this.provider = provider;
    }

    /** Stands before PostgreSQL and the payment provider, which listen on these ports or will. */
    public static Lines to(int databasePort, int providerPort) throws IOException {
        Proxy database = Proxy.to(databasePort);
        try {
            return new Lines(database, Proxy.to(providerPort));
        } catch (IOException e) {
            database.close();
            throw e;
        }
    }

    /** Where PostgreSQL seems to be. */
    public int databasePort() {
        return database.port();
    }

    /** Where the payment provider seems to be. */
    public int providerPort() {
        return provider.port();
    }

    /** From now on whatever goes to PostgreSQL and comes from it is held up so long, as on the way to another machine. */
    public void delayDatabase(Duration each) {
        database.delay(each);
    }

    Proxy of(Line line) {
        return switch (line) {
            case DATABASE -> database;
            case PROVIDER -> provider;
        };
    }

    @Override
    public void close() throws IOException {
        try (database) {
            provider.close();
        }
    }
}
