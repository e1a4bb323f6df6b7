package dev.troupe.demo.orders.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.OrderFixture;
import dev.troupe.demo.orders.play.ScriptedOrderService.Answer;
import dev.troupe.demo.orders.play.ScriptedOrderService.Request;
import dev.troupe.demo.orders.play.ScriptedOrderService.Script;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OrderPlayerTest {

    private static final PlaySettings SETTINGS = PlaySettings.DEFAULT.withPatience(Duration.ofSeconds(5));

    @Test
    void everyOrderIsPostedOnceUnderItsOwnKey() throws Exception {
        try (ScriptedOrderService service = new ScriptedOrderService((request, nth) -> Answer.ACCEPTED)) {
            PlayResult result = play(service, SETTINGS, OrderFixture.orders(200));

            assertThat(result).isEqualTo(new PlayResult(200, 0, Map.of(), List.of(), 0, 0, Map.of()));
            assertThat(service.paths()).hasSize(200).containsOnly("/orders");
            assertThat(service.requests())
                    .allSatisfy(request -> assertThat(request.key()).isEqualTo(orderId(request)));
            assertThat(service.requests()).extracting(Request::key).doesNotHaveDuplicates();
        }
    }

    @Test
    void noMoreOrdersAreOnTheirWayThanAllowed() throws Exception {
        try (ScriptedOrderService service =
                new ScriptedOrderService((request, nth) -> Answer.ACCEPTED, Duration.ofMillis(20), 0)) {
            play(service, SETTINGS.withInFlight(4), OrderFixture.orders(60));

            assertThat(service.mostAtOnce()).isEqualTo(4);
        }
    }

    @Test
    void progressIsToldAfterEveryOrderInStepsOfOne() throws Exception {
        List<Integer> played = new ArrayList<>();
        try (ScriptedOrderService service = new ScriptedOrderService((request, nth) -> Answer.ACCEPTED)) {
            new OrderPlayer(service.uri(), SETTINGS)
                    .play(OrderFixture.orders(50).iterator(), soFar -> played.add(soFar.played()));
        }

        assertThat(played).isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
    }

    @Test
    void ordersAreStartedAtTheRateEvenIfAnswersAreSlow() throws Exception {
        try (ScriptedOrderService service =
                new ScriptedOrderService((request, nth) -> Answer.ACCEPTED, Duration.ofMillis(400), 0)) {
            play(service, SETTINGS.withRatePerSecond(100), OrderFixture.orders(61));

            List<Instant> arrivals =
                    service.requests().stream().map(Request::at).sorted().toList();
            assertThat(Duration.between(arrivals.getFirst(), arrivals.getLast()))
                    .isBetween(Duration.ofMillis(500), Duration.ofMillis(1_500));
            assertThat(service.mostAtOnce()).isGreaterThan(SETTINGS.inFlight());
        }
    }

    @Test
    void aBusyServiceIsAskedAgainWhenItSays() throws Exception {
        Script script = (request, nth) -> switch (nth) {
            case 1 -> Answer.of(429).with("Retry-After", "1");
            case 2 -> Answer.of(503).with("Retry-After", "0");
            default -> Answer.ACCEPTED;
        };
        try (ScriptedOrderService service = new ScriptedOrderService(script)) {
            PlayResult result = play(service, SETTINGS, OrderFixture.orders(5));

            assertThat(result.acknowledged()).isEqualTo(5);
            List<Request> tries = service.requests().stream()
                    .filter(request -> request.key().equals("or-1"))
                    .toList();
            assertThat(tries)
                    .hasSize(3)
                    .extracting(Request::body)
                    .containsOnly(tries.getFirst().body());
            assertThat(Duration.between(tries.get(0).at(), tries.get(1).at()))
                    .isBetween(Duration.ofMillis(950), Duration.ofMillis(2_000));
        }
    }

    @Test
    void anOrderWhoseAnswerIsLostIsPostedAgainUnderTheSameKeyAndCountsOnce() throws Exception {
        Script script = (request, nth) -> nth == 1 ? Answer.LOST : Answer.ACCEPTED.with("Idempotency-Replayed", "true");
        try (ScriptedOrderService service = new ScriptedOrderService(script)) {
            PlayResult result = play(service, SETTINGS, OrderFixture.orders(20));

            assertThat(result.acknowledged()).isEqualTo(20);
            assertThat(result.alreadyThere()).isZero();
            assertThat(service.requests()).hasSize(40);
        }
    }

    @Test
    void aServiceThatIsNotUpYetIsWaitedFor() throws Exception {
        int port;
        try (ScriptedOrderService early = new ScriptedOrderService((request, nth) -> Answer.ACCEPTED)) {
            port = early.port();
        }
        CountDownLatch started = new CountDownLatch(1);
        List<PlayResult> results = new ArrayList<>();
        Thread player = Thread.ofVirtual().start(() -> {
            started.countDown();
            OrderPlayer late = new OrderPlayer(URI.create("http://127.0.0.1:" + port), SETTINGS);
            try {
                results.add(late.play(OrderFixture.orders(3).iterator(), soFar -> {}));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        started.await();
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(player::isAlive);
        try (ScriptedOrderService service =
                new ScriptedOrderService((request, nth) -> Answer.ACCEPTED, Duration.ZERO, port)) {
            player.join();

            assertThat(service.requests()).hasSize(3);
        }
        assertThat(results).singleElement().extracting(PlayResult::acknowledged).isEqualTo(3);
    }

    @Test
    void ordersOfAnEarlierRunAreToldFromNewOnes() throws Exception {
        Script script = (request, nth) -> Set.of("or-1", "or-2").contains(request.key())
                ? Answer.ACCEPTED.with("Idempotency-Replayed", "true")
                : Answer.ACCEPTED;
        try (ScriptedOrderService service = new ScriptedOrderService(script)) {
            PlayResult result = play(service, SETTINGS.withCancellations(100, 1), OrderFixture.orders(5));

            assertThat(result).isEqualTo(new PlayResult(3, 2, Map.of(), List.of(), 3, 0, Map.of()));
        }
    }

    @Test
    void theSameOrderFromAFileOfAnotherNameIsThere() throws Exception {
        Script script = (request, nth) -> request.key().isEmpty()
                ? request.body().contains("or-1")
                        ? Answer.ACCEPTED
                        : Answer.problem(409, "order-already-exists", "Exists")
                : Answer.problem(422, "idempotency-key-reused", "Reused");
        try (ScriptedOrderService service = new ScriptedOrderService(script)) {
            PlayResult result = play(service, SETTINGS, OrderFixture.orders(2));

            assertThat(result.alreadyThere()).isEqualTo(1);
            assertThat(result.refused()).isEqualTo(Map.of("HTTP 409, Exists", 1));
            assertThat(result.acknowledged()).isZero();
        }
    }

    @Test
    void aRequestThatIsStillRunningElsewhereIsWaitedFor() throws Exception {
        Script script = (request, nth) -> nth == 1
                ? Answer.problem(409, "request-in-progress", "Request in progress")
                : Answer.ACCEPTED.with("Idempotency-Replayed", "true");
        try (ScriptedOrderService service = new ScriptedOrderService(script)) {
            assertThat(play(service, SETTINGS, OrderFixture.orders(1)).alreadyThere())
                    .isEqualTo(1);
        }
    }

    @Test
    void aRefusedOrderIsCountedWithItsReasonAndStopsNoOther() throws Exception {
        Script script = (request, nth) -> switch (request.key()) {
            case "or-1" -> Answer.problem(422, "unprocessable", "Not an order");
            case "or-2" -> Answer.of(400);
            default -> Answer.ACCEPTED;
        };
        try (ScriptedOrderService service = new ScriptedOrderService(script)) {
            PlayResult result = play(service, SETTINGS, OrderFixture.orders(10));

            assertThat(result.acknowledged()).isEqualTo(8);
            assertThat(result.refused()).isEqualTo(Map.of("HTTP 422, Not an order", 1, "HTTP 400", 1));
            assertThat(result.refusals())
                    .extracting(refusal -> refusal.orderId().value())
                    .containsExactlyInAnyOrder("or-1", "or-2");
            assertThat(service.requests()).hasSize(10);
        }
    }

    @Test
    void aServerErrorIsTriedAgainAndThenBelieved() throws Exception {
        Script script = (request, nth) -> request.key().equals("or-1") || nth == 1 ? Answer.of(500) : Answer.ACCEPTED;
        try (ScriptedOrderService service = new ScriptedOrderService(script)) {
            PlayResult result = play(service, SETTINGS, OrderFixture.orders(3));

            assertThat(result.acknowledged()).isEqualTo(2);
            assertThat(result.refused()).isEqualTo(Map.of("HTTP 500", 1));
        }
    }

    @Test
    void aServiceThatStaysBusyEndsThePlayWithAMessageForAPerson() {
        Script script = (request, nth) ->
                request.key().equals("or-1") ? Answer.ACCEPTED : Answer.problem(429, "too-many-requests", "Busy");
        try (ScriptedOrderService service = new ScriptedOrderService(script)) {
            PlaySettings impatient =
                    SETTINGS.withPatience(Duration.ofSeconds(1)).withInFlight(2);

            assertThatExceptionOfType(OrderPlayFailedException.class)
                    .isThrownBy(() -> play(service, impatient, OrderFixture.orders(1_000)))
                    .withMessageStartingWith("order-service takes no more orders: it answered HTTP 429, Busy")
                    .satisfies(failure ->
                            assertThat(failure.resultSoFar().acknowledged()).isEqualTo(1));
            assertThat(service.requests().stream().map(Request::key).distinct()).hasSizeLessThan(10);
        }
    }

    @Test
    void aServiceThatAsksForMoreTimeThanThereIsIsNotWaitedFor() {
        Instant start = Instant.now();
        try (ScriptedOrderService service =
                new ScriptedOrderService((request, nth) -> Answer.of(503).with("Retry-After", "3600"))) {
            assertThatExceptionOfType(OrderPlayFailedException.class)
                    .isThrownBy(() -> play(service, SETTINGS, OrderFixture.orders(3)))
                    .withMessageContaining("asked again in 3600 s, which is beyond the 5 s it was given");
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void someCustomersChangeTheirMindAndAlwaysTheSameOnes() throws Exception {
        List<String> first = cancelled(SETTINGS.withCancellations(20, 7));
        List<String> again = cancelled(SETTINGS.withCancellations(20, 7).withInFlight(1));
        List<String> others = cancelled(SETTINGS.withCancellations(20, 8));

        assertThat(first).hasSizeBetween(60, 100).isEqualTo(again).isNotEqualTo(others);
        assertThat(cancelled(SETTINGS)).isEmpty();
        assertThat(cancelled(SETTINGS.withCancellations(100, 7))).hasSize(400);
    }

    @Test
    void aCancellationThatComesTooLateIsNoFailure() throws Exception {
        Script script = (request, nth) -> switch (request.path()) {
            case "/orders" -> Answer.ACCEPTED;
            case "/orders/or-1/cancellation" -> Answer.problem(409, "order-already-confirmed", "Already confirmed");
            case "/orders/or-2/cancellation" -> Answer.of(404);
            default -> nth == 1 ? Answer.of(503).with("Retry-After", "0") : Answer.ACCEPTED;
        };
        try (ScriptedOrderService service = new ScriptedOrderService(script)) {
            PlayResult result = play(service, SETTINGS.withCancellations(100, 1), OrderFixture.orders(4));

            assertThat(result).isEqualTo(new PlayResult(4, 0, Map.of(), List.of(), 2, 1, Map.of("HTTP 404", 1)));
        }
    }

    @Test
    void anInterruptedPlayStopsSoon() throws Exception {
        try (ScriptedOrderService service =
                new ScriptedOrderService((request, nth) -> Answer.ACCEPTED, Duration.ofSeconds(20), 0)) {
            List<InterruptedException> interruptions = new ArrayList<>();
            Thread player = Thread.ofVirtual().start(() -> {
                try {
                    play(service, SETTINGS, OrderFixture.orders(100));
                } catch (InterruptedException e) {
                    interruptions.add(e);
                }
            });
            Awaitility.await().until(() -> service.requests().size() == SETTINGS.inFlight());
            player.interrupt();

            assertThat(player.join(Duration.ofSeconds(5))).isTrue();
            assertThat(interruptions).hasSize(1);
        }
    }

    private static List<String> cancelled(PlaySettings settings) throws InterruptedException {
        try (ScriptedOrderService service = new ScriptedOrderService((request, nth) -> Answer.ACCEPTED)) {
            PlayResult result = play(service, settings, OrderFixture.orders(400));
            List<String> cancelled = service.paths().stream()
                    .filter(path -> path.endsWith("/cancellation"))
                    .sorted()
                    .toList();
            assertThat(result.cancellations()).isEqualTo(cancelled.size());
            return cancelled;
        }
    }

    private static PlayResult play(ScriptedOrderService service, PlaySettings settings, List<IncomingOrder> orders)
            throws InterruptedException {
        return new OrderPlayer(service.uri(), settings).play(orders.iterator(), soFar -> {});
    }

    private static String orderId(Request request) {
        try {
            return new ObjectMapper().readTree(request.body()).path("orderId").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
