package dev.troupe.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replays of the real services, with everything watched that a replay must leave alone. */
class ReplayStoriesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningSystem system = RunningSystem.get();
    private final Shop shop = new Shop(system);
    private final Terminal terminal = new Terminal(system);
    private final List<String> orders = List.of(Shop.newName("order"), Shop.newName("order"), Shop.newName("order"));

    @BeforeEach
    void ordersThatHaveEnded() {
        shop.faults(Map.of());
        String sku = Shop.newName("SKU");
        shop.receive(sku, 10);
        for (String order : orders) {
            shop.place(order, sku, 1);
            await().atMost(PATIENCE)
                    .until(() -> shop.facts(order).stream()
                                    .filter("notification.sent"::equals)
                                    .count()
                            == 2);
        }
    }

    @Test
    void everyProjectionComesOutTheSameAndNothingIsSentChargedOrAppended() {
        List<String> before = traces();

        String said = terminal.type("./troupe replay verify; echo exit code $?");

        assertThat(said).contains("exit code 0");
        assertThat(said.lines().filter(line -> line.contains(": Equal at position")))
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void theTutorialIsTrueWordForWord() throws IOException {
        Tutorial tutorial = Tutorial.read(Path.of("../docs/tutorial/replay-without-fear.md"));
        assertThat(tutorial.steps()).hasSizeGreaterThan(8);

        for (Tutorial.Step step : tutorial.steps()) {
            if (step.language().equals("sql")) {
                system.asOwner(step.commands());
            } else {
                step.expect(terminal.type(step.commands()));
            }
        }
    }

    /** What the orders have left behind: in the event store, at the provider, and in the mailbox. */
    private List<String> traces() {
        Stream<String> facts = orders.stream().flatMap(order -> shop.facts(order).stream());
        Stream<String> charges = shop.ledger().lines().filter(this::isAboutOrders);
        return Stream.of(facts, charges, mails()).flatMap(traces -> traces).toList();
    }

    /** The mailbox notes each mail that arrives in a line. */
    private Stream<String> mails() {
        try {
            return Files.readAllLines(system.data().resolve("mails")).stream().filter(this::isAboutOrders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isAboutOrders(String text) {
        return orders.stream().anyMatch(text::contains);
    }
}
