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

/** Speaks to order-service over HTTP, as any shop would. */
final class OrderServiceClient {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final int CONFLICT = 409;
    /** Says that this is the stored answer to an earlier request with the same key. */
    private static final String REPLAYED = "Idempotency-Replayed";

    private static final String ALREADY_PLACED = "order-already-placed";

    private final URI orders;
    private final PatientHttp http;

    /** @param base where order-service answers, without a path */
    OrderServiceClient(URI base, PatientHttp http) {
        this.orders = base.resolve("/orders");
        this.http = http;
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
        HttpRequest request = post(orders, order.orderId().value())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(order)))
                .build();
        Answered answered = http.send(request, OrderServiceClient::stillRunning);
        HttpResponse<String> answer = answered.answer();
        Problem problem = Problem.of(answer);
        boolean repeated = answer.statusCode() == OK
                || (answer.statusCode() == ACCEPTED
                        && answer.headers().firstValue(REPLAYED).isPresent())
                || (answer.statusCode() == CONFLICT && problem.type().equals(ALREADY_PLACED));
        if (repeated) {
            // An answer to an earlier try of ours was lost: then it was this run that placed the order.
            return answered.lostBefore() ? new Outcome.Done() : new Outcome.DoneBefore();
        }
        return answer.statusCode() == ACCEPTED ? new Outcome.Done() : new Outcome.Refused(problem.reason());
    }

    /** Cancels the order for its customer; an order that is decided already answers {@link Outcome.DoneBefore}. */
    Outcome cancel(OrderId order) throws OutOfPatienceException, InterruptedException {
        URI cancellation = orders.resolve("/orders/" + order.value() + "/cancellation");
        HttpRequest request = post(cancellation, "cancel-" + order.value())
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer =
                http.send(request, OrderServiceClient::stillRunning).answer();
        return switch (answer.statusCode()) {
            case OK, ACCEPTED, NO_CONTENT -> new Outcome.Done();
            case CONFLICT -> new Outcome.DoneBefore();
            default -> new Outcome.Refused(Problem.of(answer).reason());
        };
    }

    private static HttpRequest.Builder post(URI uri, String key) {
        return HttpRequest.newBuilder(uri)
                .timeout(ANSWER_WITHIN)
                .header("Accept", "application/json, application/problem+json")
                .header("Idempotency-Key", key);
    }

    /** A request with the same key is on its way; its answer will be ours. */
    private static boolean stillRunning(HttpResponse<String> answer) {
        return answer.statusCode() == CONFLICT
                && answer.headers().firstValue("Retry-After").isPresent();
    }

    private static String json(IncomingOrder order) {
        try {
            return JSON.writeValueAsString(OrderRequest.of(order));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order cannot be written as JSON", e);
        }
    }
}
