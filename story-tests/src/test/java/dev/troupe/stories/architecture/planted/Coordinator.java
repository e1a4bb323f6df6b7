package dev.troupe.stories.architecture.planted;

import org.axonframework.modelling.saga.SagaLifecycle;

/** A saga, and so a coordinator. */
class Coordinator {

    static void finish() {
        SagaLifecycle.end();
    }
}
