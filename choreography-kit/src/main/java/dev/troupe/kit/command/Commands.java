package dev.troupe.kit.command;

import org.jspecify.annotations.Nullable;

/** Sends commands that come from outside to the service's own aggregates. */
public interface Commands {

    /**
     * Sends a command and waits until its events are committed. A command that loses against another one on the same aggregate is sent
     * again. The flow is taken from the component marked with {@link dev.troupe.kit.correlation.FlowId}.
     *
     * @return what the command's handler returned
     * @throws dev.troupe.kit.problem.Refusal if the aggregate refuses
     */
    <T extends @Nullable Object> T send(Object command);
}
