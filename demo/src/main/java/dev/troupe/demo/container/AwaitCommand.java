package dev.troupe.demo.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.troupe.demo.audit.Ledger;
import dev.troupe.kit.access.Role;
import dev.troupe.operator.DataOption;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OwnTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Waits until every order has ended, and asks those outside the services whether any was charged twice. */
@Command(
        name = "await",
        description = "Wait until so many orders have ended and nothing is open; fails if an order was charged twice.")
final class AwaitCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration GLANCE = Duration.ofSeconds(1);

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--orders", paramLabel = "N", required = true, description = "How many orders must have ended.")
    private long orders;

    @Option(
            names = "--completed",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many of them must have completed at least; the others may be cancelled.")
    private long completed;

    @Option(names = "--within", paramLabel = "SECONDS", defaultValue = "300", description = "How long to wait at most.")
    private long withinSeconds;

    @Option(
            names = "--viewer",
            paramLabel = "URL",
            defaultValue = "http://trace-viewer:8080",
            description = "The trace viewer.")
    private URI viewer = URI.create("");

    @Option(names = "--mailbox", paramLabel = "URL", defaultValue = "http://mailbox:8025", description = "The mailbox.")
    private URI mailbox = URI.create("");

    @Option(
            names = "--provider",
            paramLabel = "URL",
            defaultValue = "http://payment-provider:8090",
            description = "The payment provider.")
    private URI provider = URI.create("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Instant giveUpAt = Instant.now().plusSeconds(withinSeconds);
        try (HttpClient http = HttpClient.newHttpClient()) {
            JsonNode board = look(http);
            while (!hasEnded(board) && Instant.now().isBefore(giveUpAt)) {
                Thread.sleep(GLANCE);
                board = look(http);
            }
            long charged = Ledger.of(provider).keysChargedMoreThanOnce();
            int repeated =
                    get(http, mailbox.resolve("/count"), null).path("repeated").size();
            System.out.printf(
                    "flows %s, outcomes %s, orders charged more than once %d, mails repeated %d%n",
                    board.path("flows"), board.path("outcomes"), charged, repeated);
            // A mail sent just before its service was killed may be sent again, under the same id; a charge may not.
            if (charged > 0) {
                return ExitCode.INVARIANT_BROKEN.code();
            }
            return (hasEnded(board) ? ExitCode.OK : ExitCode.FLOWS_NOT_ENDED).code();
        }
    }

    private boolean hasEnded(JsonNode board) {
        long ended = 0;
        for (Map.Entry<String, JsonNode> outcome : board.path("outcomes").properties()) {
            ended += outcome.getKey().equals("OPEN") ? 0 : outcome.getValue().asLong();
        }
        return ended == orders
                && board.at("/outcomes/COMPLETED").asLong() >= completed
                && board.at("/flows/open").asLong(1) == 0
                && board.at("/flows/stuck").asLong(1) == 0;
    }

    /** A viewer that is not there yet has nothing to show. */
    private JsonNode look(HttpClient http) throws InterruptedException {
        String token = OwnTokens.orGiven(data.path(), Role.READ).get();
        try {
            return get(http, viewer.resolve("/api/dashboard"), token);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static JsonNode get(HttpClient http, URI uri, @Nullable String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(uri + " answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }
}
