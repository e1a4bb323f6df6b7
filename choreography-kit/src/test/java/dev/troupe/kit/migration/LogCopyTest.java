package dev.troupe.kit.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.migration.LogCopy.Verified;
import dev.troupe.kit.migration.MigrationRefused.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogCopyTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final ListLog source = new ListLog(3);
    private final ListLog target = new ListLog(1);
    private final LogCopy copy = new LogCopy(source, target);

    @Test
    void everythingIsCopiedAndFoundAtItsNewPosition() {
        List<StoredEvent> events = events(1_234);
        source.append(events);
        List<Long> progress = new ArrayList<>();

        copy.copy(target, false, progress::add);
        UUID last = events.getLast().eventId();
        Verified verified = copy.verify(Set.of(last));

        assertThat(verified.events()).isEqualTo(1_234);
        assertThat(verified.positions()).containsEntry(last, 1_234L).hasSize(1);
        assertThat(progress).containsExactly(500L, 1_000L, 1_234L);
    }

    @Test
    void aTargetThatHasEventsIsRefused() {
        source.append(events(2));
        target.append(events(1));

        assertRefused(Reason.NOT_EMPTY, () -> copy.copy(target, false, done -> {}));
        assertRefused(Reason.NOT_EMPTY, () -> copy.copy(target, true, done -> {}));
        assertThat(target.settledPosition()).isEqualTo(1);
    }

    @Test
    void anInterruptedCopyIsGoneOnWith() {
        List<StoredEvent> events = events(10);
        source.append(events);
        target.append(events.subList(0, 4));

        copy.copy(target, true, done -> {});

        assertThat(copy.verify(Set.of()).events()).isEqualTo(10);
    }

    @Test
    void aDifferenceAnywhereIsNoticed() {
        List<StoredEvent> events = events(3);
        source.append(events);
        target.append(List.of(events.get(0), event("{\"a\":1}", events.get(1).eventId()), events.get(2)));

        assertRefused(Reason.DIFFERENT, () -> copy.verify(Set.of()));
    }

    @Test
    void theOrderOfMetadataIsNoDifference() {
        UUID id = UUID.randomUUID();
        source.append(List.of(event("{\"a\":1,\"b\":2}", id)));
        target.append(List.of(event("{\"b\":2, \"a\":1}", id)));

        assertThat(copy.verify(Set.of()).events()).isEqualTo(1);
    }

    private static void assertRefused(Reason reason, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(MigrationRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private static List<StoredEvent> events(int count) {
        List<StoredEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event("{}", UUID.randomUUID()));
        }
        return events;
    }

    private static StoredEvent event(String metadata, UUID id) {
        return new StoredEvent(
                1, "s", 0, "Note", id, "noted", "1", NOON, NOON, metadata.getBytes(UTF_8), "{}".getBytes(UTF_8));
    }
}
