package dev.troupe.demo.orders.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.OrderRequest;
import dev.troupe.demo.orders.play.PatientHttp.Answered;
import dev.troupe.events.OrderId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Speaks to order-service over HTTP, as any shop would. */
final class OrderServiceClient {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final String KEY = "Idempotency-Key";
    /** Says that this is the kept answer to an earlier request with the same key. */
    private static final String REPLAYED = "Idempotency-Replayed";

    private final URI orders;
    private final PatientHttp http;
    private final Supplier<@Nullable String> tokens;

    /**
     * Makes a client.
     *
     * @param base where order-service answers, without a path
     * @param tokens gives the token of each request, if there is one
     */
    OrderServiceClient(URI base, PatientHttp http, Supplier<@Nullable String> tokens) {
        this.orders = base.resolve("/orders");
        this.http = http;
        this.tokens = tokens;
    }

    /** What order-service makes of a request. */
    sealed interface Outcome {

        /** It was done. */
        record Done() implements Outcome {}

        /** There is nothing left to do: an earlier run did it, or another decision was first. */
        record DoneBefore() implements Outcome {}

        /** It will not be done. */
        record Refused(String reason) implements Outcome {}
    }

    /** Places the order; safe to repeat. */
    Outcome place(IncomingOrder order) throws OutOfPatienceException, InterruptedException {
        HttpRequest.Builder request =
                post(orders).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json(order)));
        Answered answered = send(request.copy().header(KEY, order.orderId().value()));
        if (Problem.of(answered.answer()).type().equals("idempotency-key-reused")) {
            // The same order from a file of another name is the same order: without the key, order-service compares
            // what is ordered.
            Outcome outcome = outcome(send(request).answer());
            return outcome instanceof Outcome.Done ? new Outcome.DoneBefore() : outcome;
        }
        // If an answer to an earlier try of ours was lost, the answer is a repeated one although it was this run that
        // placed the order.
        boolean before = answered.answer().headers().firstValue(REPLAYED).isPresent() && !answered.lostBefore();
        return before ? new Outcome.DoneBefore() : outcome(answered.answer());
    }

    /** Cancels the order for its customer; an order that is decided already answers {@link Outcome.DoneBefore}. */
    Outcome cancel(OrderId order) throws OutOfPatienceException, InterruptedException {
        URI cancellation = orders.resolve("/orders/" + order.value() + "/cancellation");
        HttpResponse<String> answer = send(post(cancellation)
                        .header(KEY, "cancel-" + order.value())
                        .POST(BodyPublishers.noBody()))
                .answer();
        return answer.statusCode() == CONFLICT ? new Outcome.DoneBefore() : outcome(answer);
    }

    private Answered send(HttpRequest.Builder request) throws OutOfPatienceException, InterruptedException {
        return http.send(request.build(), OrderServiceClient::stillRunning);
    }

    private HttpRequest.Builder post(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER_WITHIN)
                .header("Accept", "application/json, application/problem+json");
        String token = tokens.get();
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Outcome outcome(HttpResponse<String> answer) {
        return answer.statusCode() == ACCEPTED
                ? new Outcome.Done()
                : new Outcome.Refused(Problem.of(answer).reason());
    }

    /** A request with the same key is on its way; its answer will be ours. */
    private static boolean stillRunning(HttpResponse<String> answer) {
        return answer.statusCode() == CONFLICT && Problem.of(answer).type().equals("request-in-progress");
    }

    private static String json(IncomingOrder order) {
        try {
            return JSON.writeValueAsString(OrderRequest.of(order));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order cannot be written as JSON", e);
        }
    }
}
