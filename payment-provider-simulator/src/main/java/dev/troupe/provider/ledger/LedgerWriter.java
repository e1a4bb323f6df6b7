package dev.troupe.provider.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes the ledger. All who ask while it writes are written together next, so that one flush to the disk serves
 * many requests. After a failed write nobody can know what is on the disk, so it never writes again.
 */
final class LedgerWriter {

    private static final Logger LOG = System.getLogger(LedgerWriter.class.getName());
    private static final int LARGEST_BATCH = 1_000;

    /** What is waiting: an entry to write, or, without a posting, the wish to stop. */
    private record Waiting(@Nullable Posting posting, CompletableFuture<LedgerEntry> entry) {

        void giveUp() {
            entry.cancel(false);
        }
    }

    private final LedgerStore store;
    private final Clock clock;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread thread =
            Thread.ofPlatform().name("ledger-writer").daemon().unstarted(this::run);
    private volatile long entries;
    private volatile boolean ended;
    private volatile @Nullable String whyUnavailable;

    private LedgerWriter(LedgerStore store, Clock clock, long entries) {
        this.store = store;
        this.clock = clock;
        this.entries = entries;
    }

    static LedgerWriter start(LedgerStore store, Clock clock, long entries) {
        LedgerWriter writer = new LedgerWriter(store, clock, entries);
        writer.thread.start();
        return writer;
    }

    long entries() {
        return entries;
    }

    int waiting() {
        return queue.size();
    }

    LedgerEntry write(Posting posting) {
        Waiting waiting = new Waiting(posting, new CompletableFuture<>());
        queue.add(waiting);
        if (ended) {
            waiting.giveUp();
        }
        try {
            return waiting.entry().join();
        } catch (RuntimeException e) {
            requireAvailable();
            throw e;
        }
    }

    void requireAvailable() {
        String why = whyUnavailable;
        if (why != null) {
            throw new LedgerUnavailable(why);
        }
    }

    void close() {
        queue.add(new Waiting(null, new CompletableFuture<>()));
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the entries that wait are worth more than a prompt end
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (writeNext()) {}
        } finally {
            if (whyUnavailable == null) {
                whyUnavailable = "the ledger is closed; start the provider again";
            }
            ended = true;
            queue.forEach(Waiting::giveUp);
        }
    }

    /** False when it was time to stop. */
    private boolean writeNext() {
        List<Waiting> batch = take();
        boolean stopping = batch.removeIf(waiting -> waiting.posting() == null);
        try {
            if (whyUnavailable == null && !batch.isEmpty()) {
                write(batch);
            }
        } finally {
            batch.forEach(Waiting::giveUp); // has no effect on what was written
        }
        return !stopping;
    }

    private List<Waiting> take() {
        List<Waiting> batch = new ArrayList<>();
        try {
            batch.add(queue.take());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the writer of the ledger", e);
        }
        queue.drainTo(batch, LARGEST_BATCH);
        return batch;
    }

    private void write(List<Waiting> batch) {
        var lines = new ByteArrayOutputStream(256 * batch.size());
        var written = new ArrayList<LedgerEntry>(batch.size());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            for (Waiting waiting : batch) {
                Posting posting = waiting.posting();
                if (posting != null) {
                    LedgerEntry entry = LedgerEntry.of(entries + written.size() + 1, at, posting);
                    LedgerCodec.write(entry, lines);
                    written.add(entry);
                }
            }
            store.append(lines.toByteArray());
        } catch (IOException | RuntimeException | Error e) {
            whyUnavailable = "the ledger can no longer be written; start the provider again";
            LOG.log(Level.ERROR, "the ledger could not be written, so nothing more is accepted until a restart", e);
            return;
        }
        entries += written.size();
        for (int i = 0; i < written.size(); i++) {
            batch.get(i).entry().complete(written.get(i));
        }
    }
}
