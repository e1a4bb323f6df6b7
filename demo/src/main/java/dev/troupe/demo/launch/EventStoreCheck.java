package dev.troupe.demo.launch;

import dev.troupe.kit.store.EventLog;
import dev.troupe.kit.store.EventStoreSettings;
import dev.troupe.kit.store.UsedEventStore;
import dev.troupe.operator.ExitCode;
import javax.sql.DataSource;

/** Looks at the event store before any service does, so that people are told at once what is wrong with it. */
final class EventStoreCheck {

    private EventStoreCheck() {}

    /**
     * Makes sure that the store can be reached and belongs to the database.
     *
     * @throws LaunchFailure if not
     */
    static void of(EventStoreSettings settings, DataSource admin) {
        try (EventLog log = settings.openLog("troupe", admin)) {
            boolean empty = log.settledPosition() == 0;
            UsedEventStore.require(admin, settings.kind(), () -> empty);
        } catch (RuntimeException e) {
            throw new LaunchFailure(ExitCode.EVENT_STORE, String.valueOf(e.getMessage()));
        }
    }
}
