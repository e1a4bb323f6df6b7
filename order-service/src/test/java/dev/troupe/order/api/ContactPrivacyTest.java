package dev.troupe.order.api;

import static dev.troupe.order.api.RunningOrderService.newOrderId;
import static dev.troupe.order.api.RunningOrderService.orderBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.events.OrderId;
import dev.troupe.kit.command.AggregateStates;
import dev.troupe.kit.privacy.SealedValues;
import dev.troupe.order.domain.Order;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

@ExtendWith(RunningOrderService.Shared.class)
class ContactPrivacyTest {

    private static final String NAME = "Zebediah Quill";
    private static final String EMAIL = "zebediah@quill.example";
    private static final String ADDRESS = "77 Unlikely Crescent";

    private final RunningOrderService service;
    private final Logger everything = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final String id = newOrderId();
    private final String customer = "c-" + id;
    private Level before = Level.WARN;

    ContactPrivacyTest(RunningOrderService service) {
        this.service = service;
    }

    @BeforeEach
    void placeAnOrderWhileEverythingIsLogged() {
        before = everything.getLevel();
        everything.setLevel(Level.DEBUG);
        log.start();
        everything.addAppender(log);
        service.place(body(), "Idempotency-Key", "key-" + id);
        await().until(() -> service.get("/orders?customerId=" + customer).body().contains(id));
    }

    @AfterEach
    void stopLogging() {
        everything.detachAppender(log);
        everything.setLevel(before);
    }

    @Test
    void aContactIsNowhereInTheDatabase() {
        assertThat(tablesWith(id))
                .as("the search finds what is there")
                .contains("events.event", "order.idempotency_key");
        assertThat(tablesWith(NAME)).isEmpty();
        assertThat(tablesWith(EMAIL)).isEmpty();
        assertThat(tablesWith(ADDRESS)).isEmpty();
    }

    @Test
    void aContactIsNowhereInTheLog() {
        service.place(body().replace("GBP", "XYZ"));
        service.place(body().replace("475", "\"x\""));
        List<String> lines = List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
        assertThat(lines).as("the log says something").isNotEmpty();
        assertThat(lines).noneMatch(line -> line.contains(NAME) || line.contains(EMAIL) || line.contains(ADDRESS));
    }

    @Test
    void whoeverMayCanOpenIt() {
        OrderPlaced placed = service.bean(AggregateStates.class)
                .look(Order.class, new OrderId(id).stream(), Order::placed)
                .orElseThrow();
        assertThat(placed.contact().subject()).isEqualTo(customer);
        assertThat(service.bean(SealedValues.class).open(placed.contact(), Contact.class))
                .contains(new Contact(NAME, EMAIL, ADDRESS));
    }

    private List<String> tablesWith(String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return service.query("""
                        SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables
                        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')""").stream()
                .filter(table -> !service.query(
                                "SELECT 1 FROM %s t WHERE t::text LIKE '%%%s%%' OR t::text LIKE '%%%s%%' LIMIT 1"
                                        .formatted(table, text, hex))
                        .isEmpty())
                .map(table -> table.replace("\"", ""))
                .toList();
    }

    private String body() {
        return orderBody(id, customer)
                .replace("Ada Abbott", NAME)
                .replace("ada@example.com", EMAIL)
                .replace("1 Mill Road, Cambridge", ADDRESS);
    }
}
