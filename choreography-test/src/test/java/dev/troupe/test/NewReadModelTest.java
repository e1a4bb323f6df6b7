package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.troupe.events.OrderId;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.ReplayInPartTest.TallyProjection;
import dev.troupe.test.Shelf.BoxProjection;
import dev.troupe.test.Shelf.Confirm;
import dev.troupe.test.Shelf.Status;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NewReadModelTest {

    private final TroupeSettings settings = TestDatabase.create("shelf-service").settings("shelf-service");

    @Test
    void aProjectionThatIsNewBeginsWithTheFirstEventAndGoesLive() {
        running(service().build(), troupe -> {
            confirm(troupe, 0, 30);
            await().until(() -> troupe.view(BoxProjection.class).find("29").isPresent());
        });

        running(service().projection(new TallyProjection()).build(), troupe -> {
            await().until(() -> confirmed(troupe) == 30);
            confirm(troupe, 30, 40);
            await().until(() -> confirmed(troupe) == 40);
            assertThat(troupe.view(BoxProjection.class).find("39")).isPresent();
        });
    }

    private static Choreography.Builder service() {
        return Choreography.of("shelf").aggregate(Shelf.Box.class).projection(new BoxProjection());
    }

    private static void confirm(Troupe troupe, int from, int to) {
        IntStream.range(from, to).forEach(i -> troupe.commands().send(new Confirm(new OrderId(Integer.toString(i)))));
    }

    private static int confirmed(Troupe troupe) {
        return troupe.view(TallyProjection.class)
                .find(Status.CONFIRMED.name())
                .map(ReplayInPartTest.Tally::facts)
                .orElse(0);
    }

    private void running(Choreography choreography, Consumer<Troupe> work) {
        try (ServiceDatabase database = ServiceDatabase.open(settings);
                Telemetry telemetry = Telemetry.create(settings);
                Troupe troupe = Troupe.create(settings, database, telemetry, choreography)) {
            troupe.start();
            work.accept(troupe);
        }
    }
}
