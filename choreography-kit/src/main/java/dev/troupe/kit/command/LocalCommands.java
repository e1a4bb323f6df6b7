package dev.troupe.kit.command;

import dev.troupe.events.FactMetadata;
import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.correlation.FlowIds;
import dev.troupe.kit.database.UnitsOfWork;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.AxonTransientException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Sends commands to the aggregates of this process; a command never leaves it. */
public final class LocalCommands implements Commands {

    private static final int ATTEMPTS = 12;

    private final CommandBus bus;
    private final JdbcTransactions transactions;
    private final Telemetry telemetry;

    /** Makes the commands of a service. */
    public LocalCommands(CommandBus bus, JdbcTransactions transactions, Telemetry telemetry) {
        this.bus = bus;
        this.transactions = transactions;
        this.telemetry = telemetry;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // whether an answer may be null is the handler's to say
    public <T extends @Nullable Object> T send(Object command) {
        return (T) untilWon(() -> dispatch(command, Map.of(FactMetadata.CORRELATION_ID, FlowIds.of(command))));
    }

    /** Sends the command of a reaction, in the transaction of the batch that the fact is part of. */
    public void sendCausedBy(Object command, String flowId, String eventId) {
        dispatch(command, metadata(flowId, eventId));
    }

    /**
     * Sends the commands with which a job or deadline ends, in one transaction.
     *
     * @param alongside what else is to be in it
     */
    public void sendFromJob(List<Object> outcome, String flowId, String eventId, Runnable alongside) {
        untilWon(() -> UnitsOfWork.commit(transactions, null, () -> {
            outcome.forEach(command -> dispatch(command, metadata(flowId, eventId)));
            alongside.run();
            return null;
        }));
    }

    private static Map<String, String> metadata(String flowId, String eventId) {
        return Map.of(FactMetadata.CORRELATION_ID, flowId, FactMetadata.CAUSATION_ID, eventId);
    }

    /** Inside a transaction a lost command cannot be sent again, since the transaction is lost with it. */
    private @Nullable Object untilWon(Callable<@Nullable Object> attempt) {
        for (int attempts = 1; ; attempts++) {
            try {
                return attempt.call();
            } catch (ConcurrencyException | LostRace e) {
                if (attempts == ATTEMPTS || transactions.isActive()) {
                    throw e;
                }
                pause(attempts);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }

    private @Nullable Object dispatch(Object command, Map<String, String> metadata) {
        Span span = telemetry.start(command.getClass().getSimpleName());
        try (Scope scope = span.makeCurrent()) {
            AtomicReference<@Nullable CommandResultMessage<?>> answer = new AtomicReference<>();
            bus.dispatch(new GenericCommandMessage<>(command, metadata), (sent, result) -> answer.set(result));
            CommandResultMessage<?> result = answer.get();
            if (result == null) {
                throw new IllegalStateException(
                        "the command bus did not answer " + command.getClass().getSimpleName());
            }
            if (result.isExceptional()) {
                throw unchecked(result.exceptionResult());
            }
            return result.getPayload();
        } finally {
            span.end();
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof ConcurrencyException concurrency) {
                return concurrency;
            }
            if (cause instanceof AxonTransientException) {
                return new LostRace(failure);
            }
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException(failure.getMessage(), failure);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5L * attempt) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to send a command again", e);
        }
    }

    private static final class LostRace extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostRace(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
