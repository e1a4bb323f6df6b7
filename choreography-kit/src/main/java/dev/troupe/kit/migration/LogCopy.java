package dev.troupe.kit.migration;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.migration.MigrationRefused.Reason;
import dev.troupe.kit.store.EventLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Copies a log behind what the target has of it already, and compares the two event by event. */
final class LogCopy {

    /** Events per transaction; a copy that is interrupted ends between two of them. */
    private static final int BATCH = 500;

    private final EventLog from;
    private final EventLog to;

    LogCopy(EventLog from, EventLog to) {
        this.from = from;
        this.to = to;
    }

    /** Appends what the target lacks. */
    void copy(CopyTarget target, boolean resume, LongConsumer progress) {
        Pages source = new Pages(from);
        long done = passCommon(source, resume);
        List<StoredEvent> batch = new ArrayList<>(BATCH);
        while (source.hasNext()) {
            batch.add(source.next());
            if (batch.size() == BATCH || !source.hasNext()) {
                target.append(batch);
                done += batch.size();
                progress.accept(done);
                batch = new ArrayList<>(BATCH);
            }
        }
    }

    private long passCommon(Pages source, boolean resume) {
        if (to.settledPosition() > 0 && !resume) {
            throw new MigrationRefused(
                    Reason.NOT_EMPTY,
                    "The target has events already. If they are the beginning of this log, because a copy was interrupted or the system was there before, --resume goes on behind them.");
        }
        Pages there = new Pages(to);
        long common = 0;
        while (there.hasNext()) {
            StoredEvent event = there.next();
            if (!source.hasNext() || !Fingerprint.same(source.next(), event)) {
                throw new MigrationRefused(
                        Reason.NOT_EMPTY,
                        "The target is not the beginning of this log: its event %s at position %d is another. Nothing was written."
                                .formatted(event.eventId(), event.position()));
            }
            common++;
        }
        return common;
    }

    /**
     * Reads both logs whole and compares them.
     *
     * @param wanted the ids of events whose new positions must be known
     */
    Verified verify(Set<UUID> wanted) {
        Fingerprint before = new Fingerprint();
        Fingerprint after = new Fingerprint();
        Map<UUID, Long> positions = new HashMap<>();
        new Pages(from).forEachRemaining(before::add);
        new Pages(to).forEachRemaining(event -> {
            after.add(event);
            if (wanted.contains(event.eventId())) {
                positions.put(event.eventId(), event.position());
            }
        });
        String digest = before.hex();
        if (before.events() != after.events() || !digest.equals(after.hex())) {
            throw new MigrationRefused(
                    Reason.DIFFERENT,
                    "The copy differs: %d events in the source, %d in the target. Services go on with the source."
                            .formatted(before.events(), after.events()));
        }
        return new Verified(before.events(), digest, positions);
    }

    /**
     * Two logs that are the same.
     *
     * @param digest SHA-256 of everything but the positions
     * @param positions of wanted events in the target
     */
    record Verified(long events, String digest, Map<UUID, Long> positions) {}
}
