package dev.troupe.viewer.api;

import dev.troupe.viewer.index.FlowIndex;
import dev.troupe.viewer.index.FlowIndex.Counts;
import dev.troupe.viewer.index.Follower;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells all open pages how far the index is and how many flows are stuck, whenever that changes. */
@Component
class LiveNews implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveNews.class);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Flows become stuck by the mere passing of time. */
    private static final Duration WITHOUT_EVENTS = Duration.ofMillis(500);

    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(10).toNanos();

    private final FlowIndex index;
    private final Follower follower;
    private final Set<SseEmitter> pages = ConcurrentHashMap.newKeySet();
    private final Semaphore moved = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = new Thread();
    private @Nullable News last;
    private long saidAt;

    LiveNews(FlowIndex index, Follower follower) {
        this.index = index;
        this.follower = follower;
        follower.listen(position -> moved.release());
    }

    SseEmitter subscribe() throws IOException {
        SseEmitter page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(gone -> pages.remove(page));
        News news = last;
        if (news != null) {
            send(page, news);
        }
        pages.add(page);
        return page;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("live-news").start(this::tell);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        pages.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void tell() {
        while (running) {
            try {
                if (moved.tryAcquire(WITHOUT_EVENTS.toMillis(), TimeUnit.MILLISECONDS)) {
                    moved.drainPermits();
                }
                if (!pages.isEmpty()) {
                    tellIfNew(new News(follower.position(), index.counts()));
                }
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException e) {
                LOG.debug("Pages are told nothing now", e);
            }
        }
    }

    private void tellIfNew(News news) {
        boolean quiet = System.nanoTime() - saidAt < HEARTBEAT_NANOS;
        if (news.equals(last) && quiet) {
            return;
        }
        last = news;
        saidAt = System.nanoTime();
        for (SseEmitter page : pages) {
            try {
                send(page, news);
            } catch (IOException | IllegalStateException gone) {
                pages.remove(page);
            }
        }
    }

    private static void send(SseEmitter page, News news) throws IOException {
        page.send(SseEmitter.event().id(Long.toString(news.position())).data(news));
    }

    /** How far the index is, and how flows stand. */
    record News(long position, Counts counts) {}
}
