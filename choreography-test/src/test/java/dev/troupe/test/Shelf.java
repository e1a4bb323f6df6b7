package dev.troupe.test;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.troupe.events.OrderEvent.OrderCompleted;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderId;
import dev.troupe.events.WarehouseId;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.correlation.FlowId;
import dev.troupe.kit.job.Deadline;
import dev.troupe.kit.job.Job;
import dev.troupe.kit.job.JobContext;
import dev.troupe.kit.job.JobResult;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A service as small as can be: an order is confirmed from outside, which leads to its completion. */
final class Shelf {

    /** Flows whose facts the reaction refuses. */
    static final Set<String> POISONED = ConcurrentHashMap.newKeySet();

    /** Flows whose facts the reaction cannot handle at the moment. */
    static final Set<String> FLAKY = ConcurrentHashMap.newKeySet();

    static final Map<String, Integer> JOB_RUNS = new ConcurrentHashMap<>();

    private Shelf() {}

    static Choreography choreography() {
        return Choreography.of("shelf")
                .aggregate(Box.class)
                .reaction(new WhenOrderConfirmedThenComplete())
                .reaction(new WhenOrderCompletedThenCount())
                .projection(new BoxProjection())
                .job(new Count())
                .deadline(new Late())
                .build();
    }

    record Confirm(@FlowId OrderId orderId) {
        @TargetAggregateIdentifier
        String stream() {
            return "box-" + orderId;
        }
    }

    record Complete(@FlowId OrderId orderId) {
        @TargetAggregateIdentifier
        String stream() {
            return "box-" + orderId;
        }
    }

    static class Box {
        @AggregateIdentifier
        @Nullable
        String stream;

        boolean completed;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(Confirm command) {
            if (stream == null) {
                apply(new OrderConfirmed(command.orderId(), WarehouseId.MAIN));
            }
        }

        @CommandHandler
        void handle(Complete command) {
            if (!completed) {
                apply(new OrderCompleted(command.orderId()));
            }
        }

        @EventSourcingHandler
        void on(OrderConfirmed confirmed) {
            stream = "box-" + confirmed.orderId();
        }

        @EventSourcingHandler
        void on(OrderCompleted ignored) {
            completed = true;
        }
    }

    static class WhenOrderConfirmedThenComplete implements Reaction<OrderConfirmed> {
        @Override
        public Then on(OrderConfirmed confirmed, FactContext context) {
            if (POISONED.contains(context.flowId())) {
                throw new IllegalStateException("poisoned");
            }
            if (FLAKY.contains(context.flowId())) {
                throw new UncheckedIOException(new IOException("away for a moment"));
            }
            return Then.command(new Complete(confirmed.orderId()))
                    .and(Then.deadline(
                            Late.class, confirmed.orderId().value(), confirmed.orderId(), Duration.ofHours(1)));
        }

        @Override
        public Expectation expects() {
            return Expectation.anyOf(OrderCompleted.class).within(Duration.ofSeconds(5));
        }
    }

    static class WhenOrderCompletedThenCount implements Reaction<OrderCompleted> {
        @Override
        public Then on(OrderCompleted completed, FactContext context) {
            return Then.job(Count.class, completed.orderId().value(), completed.orderId());
        }

        @Override
        public Expectation expects() {
            return Expectation.NOTHING;
        }
    }

    static class Count implements Job<OrderId> {
        @Override
        public String name() {
            return "count";
        }

        @Override
        public JobResult run(OrderId order, JobContext context) {
            JOB_RUNS.merge(order.value(), 1, Integer::sum);
            return context.attempt() == 0
                    ? JobResult.tryAgain(Duration.ofMillis(10), "once is not enough")
                    : JobResult.done(new Complete(order));
        }
    }

    static class Late implements Deadline<OrderId> {
        @Override
        public String name() {
            return "late";
        }

        @Override
        public Object whenDue(OrderId order) {
            return new Complete(order);
        }
    }

    enum Status {
        CONFIRMED,
        COMPLETED
    }

    record BoxRow(OrderId orderId, Status status, Instant since, int facts) {}

    static class BoxProjection extends Projection<BoxRow> {
        BoxProjection() {
            super("box", BoxRow.class);
            eachRowIsOfOneFlow();
            on(
                    OrderConfirmed.class,
                    e -> e.orderId().value(),
                    (row, e, recorded) -> new BoxRow(
                            e.orderId(), Status.CONFIRMED, recorded.recordedAt(), row == null ? 1 : row.facts() + 1));
            on(
                    OrderCompleted.class,
                    e -> e.orderId().value(),
                    (row, e, recorded) -> new BoxRow(
                            e.orderId(), Status.COMPLETED, recorded.recordedAt(), row == null ? 1 : row.facts() + 1));
        }
    }
}
