package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.TimeLimit;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.telemetry.Telemetry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    private final TestDatabase testDatabase = TestDatabase.create("payer-service", "shop-service");

    @Test
    void aServiceWhoseLimitDoesNotFitThatOfARunningOneRefusesToStart() {
        TimeLimit payment = TimeLimit.of("payment.time-out", Duration.ofSeconds(30));
        TimeLimit tooShort =
                TimeLimit.of("order.time-out", Duration.ofSeconds(30)).longerThan("payment.time-out");
        TimeLimit longEnough =
                TimeLimit.of("order.time-out", Duration.ofSeconds(31)).longerThan("payment.time-out");
        try (Service payer = new Service("payer", payment)) {
            payer.troupe.start();
            try (Service shop = new Service("shop", tooShort)) {
                assertThatThrownBy(shop.troupe::start)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(
                                "order.time-out (PT30S) must be longer than payment.time-out (PT30S) of the running payer-service");
            }
            try (Service shop = new Service("shop", longEnough)) {
                assertThatCode(shop.troupe::start).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void whatAServiceDeclaredThatIsGoneDoesNotCount() {
        try (Service payer = new Service("payer", TimeLimit.of("payment.time-out", Duration.ofSeconds(30)))) {
            payer.troupe.start();
        }
        TimeLimit shorter =
                TimeLimit.of("order.time-out", Duration.ofSeconds(5)).longerThan("payment.time-out");
        try (Service shop = new Service("shop", shorter)) {
            assertThatCode(shop.troupe::start).doesNotThrowAnyException();
        }
    }

    /** A service that does nothing but wait. */
    private final class Service implements AutoCloseable {

        private final ServiceDatabase database;
        private final Telemetry telemetry;
        private final Troupe troupe;

        Service(String name, TimeLimit limit) {
            TroupeSettings settings = testDatabase.settings(name + "-service");
            database = ServiceDatabase.open(settings);
            telemetry = Telemetry.create(settings);
            troupe = Troupe.create(
                    settings,
                    database,
                    telemetry,
                    Choreography.of(name).timeLimit(limit).build());
        }

        @Override
        public void close() {
            troupe.close();
            telemetry.close();
            database.close();
        }
    }
}
