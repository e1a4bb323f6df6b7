package dev.troupe.notification.wiring;

import dev.troupe.kit.Troupe;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Begins to handle facts and jobs once the server is up; closing the bean ends it. */
@Singleton
class TroupeLifecycle {

    private final Troupe troupe;

    TroupeLifecycle(Troupe troupe) {
        this.troupe = troupe;
    }

    @EventListener
    void on(@SuppressWarnings("unused") ServerStartupEvent started) {
        troupe.start();
    }
}
