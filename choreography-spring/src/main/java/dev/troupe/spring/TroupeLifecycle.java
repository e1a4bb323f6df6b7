package dev.troupe.spring;

import dev.troupe.kit.Troupe;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;

/**
 * Starts to handle facts before the web server takes requests, since these need command handlers. What is started here is stopped by
 * closing the service's bean, once the web server has answered what is under way; the database is closed after that.
 */
final class TroupeLifecycle implements SmartLifecycle {

    private final Troupe troupe;
    private volatile boolean running;

    TroupeLifecycle(Troupe troupe) {
        this.troupe = troupe;
    }

    @Override
    public void start() {
        troupe.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 2048;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
