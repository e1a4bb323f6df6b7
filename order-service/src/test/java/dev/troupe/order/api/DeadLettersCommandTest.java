package dev.troupe.order.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.deadletters.DeadLettersCommand;
import dev.troupe.kit.access.Role;
import dev.troupe.operator.CommandFailure;
import dev.troupe.test.TestTokens;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@ExtendWith(RunningOrderService.Shared.class)
class DeadLettersCommandTest {

    private final RunningOrderService service;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    DeadLettersCommandTest(RunningOrderService service) {
        this.service = service;
    }

    @Test
    void aLetterIsListedShownEditedAndRetried() throws Exception {
        String placed = RunningOrderService.newOrderId();
        service.place(RunningOrderService.orderBody(placed));
        String flow = RunningOrderService.newOrderId();
        String letter = "order/" + DeadLettersOverHttpTest.letterOf(service, flow);

        assertThat(run("list", "--flow", flow, "--json")).isZero();
        JsonNode listed = answer();
        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/name").asText()).isEqualTo(letter);
        assertThat(listed.at("/0/eventType").asText()).isEqualTo("payment.authorized");
        assertThat(run("show", letter)).isZero();
        assertThat(out.toString()).contains(flow, "AggregateNotFound", "\"amountMinor\":2450");

        assertThat(run("retry", letter)).isEqualTo(18);
        assertThat(out.toString()).contains(letter + " failed again: AggregateNotFound");
        Path payload = Files.writeString(folder.resolve("payload.json"), DeadLettersOverHttpTest.authorized(placed));
        assertThat(run("edit", letter, "--payload", payload.toString(), "--reason", "it paid for another"))
                .isZero();
        assertThat(run("retry", letter, "--json")).isZero();
        assertThat(answer().at("/order/handled").asInt()).isEqualTo(1);
        assertThat(service.events(placed)).contains("order.confirmed");
    }

    @Test
    void aLetterIsDroppedWithAReason() throws Exception {
        String letter = "order/" + DeadLettersOverHttpTest.letterOf(service, RunningOrderService.newOrderId());

        assertThat(run("drop", letter)).isEqualTo(2);
        assertThat(run("drop", letter, "--reason", " ")).isEqualTo(14);
        assertThat(err.toString()).contains("Say why");
        assertThat(run("drop", letter, "--reason", "a test", "--json")).isZero();
        assertThat(answer().path("name").asText()).isEqualTo(letter);
        assertThat(run("show", letter)).isEqualTo(14);
        assertThat(err.toString()).contains("dropped by ada");
    }

    @Test
    void whatMakesNoSenseIsSaid() throws Exception {
        assertThat(run("show", "7")).isEqualTo(2);
        assertThat(err.toString()).contains("a dead letter is named like payment/7");
        assertThat(run("show", "nobody/7")).isEqualTo(2);
        assertThat(run("retry")).isEqualTo(2);
        assertThat(run("edit", "order/1", "--payload", "/nowhere", "--reason", "x"))
                .isEqualTo(10);
    }

    private JsonNode answer() throws Exception {
        return new ObjectMapper().readTree(out.toString());
    }

    private int run(String... arguments) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), TestTokens.of("ada", Role.READ, Role.OPERATE));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--service", "order=" + service.address(), "--token-file", token.toString()));
        return new CommandLine(new DeadLettersCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler(this::fail)
                .execute(all.toArray(String[]::new));
    }

    private int fail(Exception failure, CommandLine command, CommandLine.ParseResult result) throws Exception {
        if (failure instanceof CommandFailure said) {
            err.append(said.getMessage());
            return said.exitCode().code();
        }
        throw failure;
    }
}
