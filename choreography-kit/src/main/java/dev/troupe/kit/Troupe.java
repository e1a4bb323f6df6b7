package dev.troupe.kit;

import dev.troupe.kit.command.AggregateStates;
import dev.troupe.kit.command.Commands;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.deadletter.DeadLetterOffice;
import dev.troupe.kit.idempotency.IdempotentRequests;
import dev.troupe.kit.job.JobOffice;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.projection.View;
import dev.troupe.kit.replay.Replays;
import dev.troupe.kit.state.PastStates;
import dev.troupe.kit.telemetry.Telemetry;
import java.util.List;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** A running service: its part of the choreography on its database and event store. */
public interface Troupe extends AutoCloseable {

    /**
     * Puts a service together and brings its schemas up to date; it handles nothing until it is started.
     *
     * @param database stays open when the service is closed, and is closed after it
     */
    static Troupe create(
            TroupeSettings settings, ServiceDatabase database, Telemetry telemetry, Choreography choreography) {
        return new RunningTroupe(settings, database, telemetry, choreography);
    }

    /** Begins to handle facts and jobs. */
    void start();

    /** Whether every processor runs and the event store can be reached. */
    boolean isReady();

    /** Sends commands that come from outside. */
    Commands commands();

    /** Looks at aggregates. */
    AggregateStates states();

    /** Answers repeated requests. */
    IdempotentRequests idempotentRequests();

    /** Reads the rows of one of the service's projections. */
    <R extends Record> View<R> view(Class<? extends Projection<R>> projection);

    /** The service's processors, as Axon's tools see them. */
    List<StreamingEventProcessor> processors();

    /** What could not be handled, and what can be done about it. */
    DeadLetterOffice deadLetters();

    /** The jobs that wait, and what can be done about them. */
    JobOffice waitingJobs();

    /** Rebuilds the service's projections. */
    Replays replays();

    /** Shows the service's aggregates as they were. */
    PastStates pastStates();

    /** Stops handling, and lets what is under way finish. */
    @Override
    void close();
}
