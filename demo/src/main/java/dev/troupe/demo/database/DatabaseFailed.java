package dev.troupe.demo.database;

/** PostgreSQL did not start; the message is for the person at the terminal. */
public final class DatabaseFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
