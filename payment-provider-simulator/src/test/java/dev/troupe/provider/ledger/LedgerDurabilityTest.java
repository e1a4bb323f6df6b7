package dev.troupe.provider.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerDurabilityTest {

    private final Path folder;

    LedgerDurabilityTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nobodyIsAnsweredBeforeTheEntryIsDurableAndOneFlushServesAllWhoWait() throws Exception {
        SlowDisk disk = new SlowDisk(new LedgerMemory());
        try (Ledger ledger = Ledger.open(disk, Clock.systemUTC(), entry -> {});
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<LedgerEntry> first = callers.submit(() -> ledger.append(Posting.closed("first")));
            await().until(() -> disk.flushes.getQueueLength() == 1);
            List<Future<LedgerEntry>> others = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                String key = "other-" + i;
                others.add(callers.submit(() -> ledger.append(Posting.closed(key))));
            }
            await().until(() -> ledger.waiting() == 50);
            assertThat(first.isDone()).isFalse();
            assertThat(ledger.entries()).isZero();

            disk.flushes.release();
            assertThat(first.get().seq()).isEqualTo(1);
            assertThat(others).noneMatch(Future::isDone);
            disk.flushes.release();

            for (Future<LedgerEntry> other : others) {
                assertThat(other.get().seq()).isBetween(2L, 51L);
            }
            assertThat(disk.batches).containsExactly(1, 50);
        }
    }

    @Test
    void afterAFailedWriteNothingIsAcceptedAnyMore() throws IOException {
        LedgerMemory memory = new LedgerMemory();
        BrokenDisk disk = new BrokenDisk(memory);
        try (Ledger ledger = Ledger.open(disk, Clock.systemUTC(), entry -> {})) {
            ledger.append(Posting.closed("before"));
            disk.broken = true;
            assertThatThrownBy(() -> ledger.append(Posting.closed("during"))).isInstanceOf(LedgerUnavailable.class);
            disk.broken = false;

            assertThatThrownBy(() -> ledger.append(Posting.closed("after"))).isInstanceOf(LedgerUnavailable.class);
            assertThatThrownBy(ledger::requireAvailable).hasMessageContaining("start the provider again");
        }
        assertThat(text(memory)).contains("before").doesNotContain("during", "after");
    }

    @Test
    void evenAnErrorInTheWriterLeavesNobodyWaiting() throws IOException {
        LedgerStore disk = new Disk(new LedgerMemory()) {
            @Override
            public void append(byte[] lines) {
                throw new StackOverflowError("ordered by a test");
            }
        };
        try (Ledger ledger = Ledger.open(disk, Clock.systemUTC(), entry -> {})) {
            assertThatThrownBy(() -> ledger.append(Posting.closed("first"))).isInstanceOf(LedgerUnavailable.class);
            assertThatThrownBy(() -> ledger.append(Posting.closed("later"))).isInstanceOf(LedgerUnavailable.class);
        }
    }

    @Test
    void aClosedLedgerAcceptsNothing() throws IOException {
        Ledger ledger = Ledger.open(LedgerFile.open(folder.resolve("ledger")), Clock.systemUTC(), entry -> {});
        ledger.close();

        assertThatThrownBy(() -> ledger.append(Posting.closed("late"))).isInstanceOf(LedgerUnavailable.class);
    }

    @Test
    void aReaderSeesNothingThatCameAfterItBegan() throws IOException {
        try (LedgerFile file = LedgerFile.open(folder.resolve("ledger"))) {
            file.append("one\n".getBytes(StandardCharsets.UTF_8));
            try (InputStream reader = file.read(0)) {
                file.append("two\n".getBytes(StandardCharsets.UTF_8));
                assertThat(reader.readAllBytes()).asString().isEqualTo("one\n");
            }
            assertThat(text(file)).isEqualTo("one\ntwo\n");
        }
    }

    private static String text(LedgerStore store) throws IOException {
        try (InputStream in = store.read(0)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A store on top of another. */
    private abstract static class Disk implements LedgerStore {

        private final LedgerStore below;

        Disk(LedgerStore below) {
            this.below = below;
        }

        @Override
        public void append(byte[] lines) throws IOException {
            below.append(lines);
        }

        @Override
        public void truncate(long length) throws IOException {
            below.truncate(length);
        }

        @Override
        public InputStream read(long from) throws IOException {
            return below.read(from);
        }

        @Override
        public void close() throws IOException {
            below.close();
        }
    }

    /** Flushes only when it is told to. */
    private static final class SlowDisk extends Disk {

        private final Semaphore flushes = new Semaphore(0);
        private final List<Integer> batches = new ArrayList<>();

        SlowDisk(LedgerStore below) {
            super(below);
        }

        @Override
        public void append(byte[] lines) throws IOException {
            flushes.acquireUninterruptibly();
            batches.add((int) new String(lines, StandardCharsets.UTF_8).lines().count());
            super.append(lines);
        }
    }

    /** Can run full. */
    private static final class BrokenDisk extends Disk {

        private volatile boolean broken;

        BrokenDisk(LedgerStore below) {
            super(below);
        }

        @Override
        public void append(byte[] lines) throws IOException {
            if (broken) {
                throw new IOException("No space left on device");
            }
            super.append(lines);
        }
    }
}
