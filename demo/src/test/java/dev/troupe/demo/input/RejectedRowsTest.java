package dev.troupe.demo.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.troupe.demo.orders.file.QuarantineReason;
import dev.troupe.demo.orders.file.QuarantinedRow;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.Services;
import dev.troupe.quarantine.QuarantineClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RejectedRowsTest {

    private static final int HANG_UP = 0;

    private final Queue<Integer> answers = new ArrayDeque<>();
    private HttpServer orderService;
    private int asked;

    @BeforeEach
    void start() throws IOException {
        orderService = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        orderService.createContext("/quarantine", exchange -> {
            asked++;
            exchange.getRequestBody().readAllBytes();
            int status = answers.remove();
            if (status != HANG_UP) {
                byte[] body = "{\"held\":{\"CREDIT_NOTE\":1},\"alreadyThere\":0}".getBytes();
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        orderService.start();
    }

    @AfterEach
    void stop() {
        orderService.stop(0);
    }

    @Test
    void rowsAreBroughtAgainWhileTheServiceIsBusyOrAway() {
        answers.addAll(List.of(503, HANG_UP, 200));

        bringOneRow();

        assertThat(asked).isEqualTo(3);
    }

    @Test
    void aRefusalThatWillNotPassIsToldAtOnce() {
        answers.add(403);

        assertThatThrownBy(this::bringOneRow)
                .isInstanceOfSatisfying(CommandFailure.class, failure -> assertThat(failure.exitCode())
                        .isEqualTo(ExitCode.NOT_ALLOWED));
        assertThat(asked).isOne();
    }

    private void bringOneRow() {
        URI address = URI.create("http://127.0.0.1:" + orderService.getAddress().getPort());
        try (RejectedRows rows =
                new RejectedRows(new QuarantineClient(new Services(Map.of("order", address), () -> null)))) {
            rows.add(new QuarantinedRow("orders.csv", 2, QuarantineReason.CREDIT_NOTE, "a credit note", "C1,..."));
        }
    }
}
