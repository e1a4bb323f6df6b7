package dev.troupe.kit.migration;

/** A migration was not begun or not finished; nothing that services use was changed. */
public final class MigrationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    MigrationRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The reasons there are. */
    public enum Reason {
        /** The database does not belong to the event store that was named. */
        OTHER_STORE,
        /** A service runs, or ran some seconds ago. */
        RUNNING,
        /** The target has events that it is not to have. */
        NOT_EMPTY,
        /** The two logs differ. */
        DIFFERENT
    }
}
