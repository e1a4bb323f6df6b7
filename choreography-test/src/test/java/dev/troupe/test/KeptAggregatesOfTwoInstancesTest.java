package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.troupe.events.OrderEvent.OrderCompleted;
import dev.troupe.events.OrderEvent.OrderConfirmed;
import dev.troupe.events.OrderId;
import dev.troupe.events.WarehouseId;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.correlation.FlowId;
import dev.troupe.kit.problem.Refusal;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances keep the same aggregate in memory; whichever is asked, it decides upon what both have done. */
class KeptAggregatesOfTwoInstancesTest {

    private static final OrderId ORDER = new OrderId("gate-1");

    private final TestDatabase database = TestDatabase.create("shelf-service");
    private final ShelfInstance one = instance("one");
    private final ShelfInstance other = instance("other");

    @BeforeEach
    void open() {
        one.troupe.commands().send(new Open(ORDER));
        Gate.OPENED.set(0);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void commandThatAppendsNothingIsRefusedForWhatTheOtherInstanceAppended() {
        one.troupe.commands().send(new Enter(ORDER));
        other.troupe.commands().send(new Close(ORDER));

        assertThatThrownBy(() -> one.troupe.commands().send(new Enter(ORDER)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> other.troupe.commands().send(new Enter(ORDER))).isInstanceOf(Refusal.class);
    }

    @Test
    void commandThatAppendsNothingIsAcceptedForWhatTheOtherInstanceAppended() {
        one.troupe.commands().send(new Close(ORDER));
        other.troupe.commands().send(new Open(ORDER));

        one.troupe.commands().send(new Enter(ORDER));
    }

    @Test
    void onceTheOtherInstanceIsSeenWhatItAppendsIsReadBefore() {
        other.troupe.commands().send(new Close(ORDER));
        Gate.OPENED.set(0);

        one.troupe.commands().send(new Close(ORDER));
        assertThat(Gate.OPENED)
                .as("times that its first fact was read, for an append was refused")
                .hasValue(1);

        other.troupe.commands().send(new Close(ORDER));
        one.troupe.commands().send(new Close(ORDER));
        assertThat(Gate.OPENED)
                .as("times that its first fact was read, by both instances")
                .hasValue(2);
        assertThat(one.troupe.states().look(Gate.class, "gate-" + ORDER, gate -> gate.timesClosed))
                .contains(4);
    }

    @Test
    void whatIsKeptIsNotReadAgain() {
        for (int i = 0; i < 5; i++) {
            one.troupe.commands().send(new Enter(ORDER));
            assertThat(one.troupe.states().look(Gate.class, "gate-" + ORDER, gate -> gate.closed))
                    .contains(false);
        }
        assertThat(Gate.OPENED).as("times that its first fact was read").hasValue(0);
    }

    @Test
    void whatAFailedCommandDidToItIsForgotten() {
        assertThatThrownBy(() -> one.troupe.commands().send(new CloseAndFail(ORDER)))
                .hasMessageContaining("jammed");
        Gate.OPENED.set(0);

        one.troupe.commands().send(new Enter(ORDER));
        assertThat(Gate.OPENED).as("times that its first fact was read").hasValue(1);
    }

    private ShelfInstance instance(String name) {
        return new ShelfInstance(
                database, name, Choreography.of("shelf").aggregate(Gate.class).build());
    }

    /** A command to the gate. */
    interface ToGate {
        OrderId orderId();

        @TargetAggregateIdentifier
        default String stream() {
            return "gate-" + orderId();
        }
    }

    record Open(@FlowId OrderId orderId) implements ToGate {}

    record Close(@FlowId OrderId orderId) implements ToGate {}

    record CloseAndFail(@FlowId OrderId orderId) implements ToGate {}

    record Enter(@FlowId OrderId orderId) implements ToGate {}

    static class Gate {

        static final AtomicInteger OPENED = new AtomicInteger();

        @AggregateIdentifier
        @Nullable
        String stream;

        boolean closed;
        int timesClosed;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(Open command) {
            apply(new OrderConfirmed(command.orderId(), WarehouseId.MAIN));
        }

        @CommandHandler
        void handle(Close command) {
            apply(new OrderCompleted(command.orderId()));
        }

        @CommandHandler
        void handle(CloseAndFail command) {
            apply(new OrderCompleted(command.orderId()));
            throw new IllegalStateException("jammed");
        }

        @CommandHandler
        void handle(Enter command) {
            if (closed) {
                throw new Refusal("gate-closed", 409, "The gate of %s is closed.".formatted(command.orderId()));
            }
        }

        @EventSourcingHandler
        void on(OrderConfirmed opened) {
            OPENED.incrementAndGet();
            closed = false;
            stream = "gate-" + opened.orderId();
        }

        @EventSourcingHandler
        void on(OrderCompleted ignored) {
            closed = true;
            timesClosed++;
        }
    }
}
