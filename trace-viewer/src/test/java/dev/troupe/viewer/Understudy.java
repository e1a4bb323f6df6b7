package dev.troupe.viewer;

import dev.troupe.events.InventoryEvent.StockReserved;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.job.Job;
import dev.troupe.kit.job.JobContext;
import dev.troupe.kit.job.JobResult;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import dev.troupe.kit.telemetry.Telemetry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * A process that stands in for inventory-service and is no good at it: what it does wrong, the goods of an order say. What passes does so
 * once the file of that name is gone from its folder of troubles.
 */
final class Understudy {

    private Understudy() {}

    /** Takes its settings from system properties and the folder of troubles as its argument, and runs until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        TroupeSettings settings = TroupeSettings.from("inventory-service", "test", System::getProperty);
        Choreography choreography = Choreography.of("inventory")
                .reaction(new WhenOrderPlacedThenBungle(Path.of(arguments[0])))
                .job(new AskTheWarehouse())
                .reactionSegments(1)
                .build();
        Troupe.create(settings, ServiceDatabase.open(settings), Telemetry.create(settings), choreography)
                .start();
        new CountDownLatch(1).await();
    }

    /** Owes a reservation at once, and never makes one. */
    static final class WhenOrderPlacedThenBungle implements Reaction<OrderPlaced> {

        private final Path troubles;

        WhenOrderPlacedThenBungle(Path troubles) {
            this.troubles = troubles;
        }

        @Override
        public Then on(OrderPlaced placed, FactContext context) {
            Path trouble = troubles.resolve(placed.lines().getFirst().sku().value());
            switch (trouble.getFileName().toString()) {
                case "FAILS-FOR-NOW" -> failWhile(trouble);
                case "FAILS-ALONE" -> failAloneWhile(trouble);
                case "TAKES-LONG" -> waitWhile(trouble);
                case "FAILS-FOR-EVER" -> throw new IllegalArgumentException("a line without a price");
                case "NEEDS-THE-OUTSIDE" -> {
                    return Then.job(AskTheWarehouse.class, context.flowId(), new Question("?"));
                }
                default -> {
                    // and so nothing comes of it
                }
            }
            return Then.nothing();
        }

        @Override
        public Expectation expects() {
            return Expectation.anyOf(StockReserved.class).within(Duration.ZERO);
        }

        private static void failWhile(Path trouble) {
            if (Files.exists(trouble)) {
                throw new IllegalStateException(new SQLTransientException("the database is full"));
            }
        }

        private static void failAloneWhile(Path trouble) {
            if (Files.exists(trouble)) {
                throw new ConcurrencyException("somebody else was faster");
            }
        }

        private static void waitWhile(Path trouble) {
            while (Files.exists(trouble)) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    /** Asks somebody who never answers. */
    static final class AskTheWarehouse implements Job<Question> {

        @Override
        public String name() {
            return "ask-the-warehouse";
        }

        @Override
        public JobResult run(Question question, JobContext context) {
            return JobResult.tryAgain(Duration.ofMinutes(1), "the circuit breaker of the warehouse is open");
        }
    }

    /** What the warehouse is asked. */
    record Question(String text) {}
}
