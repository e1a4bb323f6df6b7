package dev.troupe.demo.orders.play;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request until it is answered for good. A busy or unreachable service is asked again, after the time it names or after ever
 * longer pauses, until patience runs out; so requests must be safe to repeat.
 */
public final class PatientHttp {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int SERVER_ERRORS_BELIEVED = 4;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http;
    private final Duration patience;

    /**
     * Sends with a client.
     *
     * @param patience for how long one request may be sent again
     */
    public PatientHttp(HttpClient http, Duration patience) {
        this.http = http;
        this.patience = patience;
    }

    /**
     * The final answer.
     *
     * @param lostBefore whether an earlier try may have reached the service although its answer was lost
     */
    public record Answered(HttpResponse<String> answer, boolean lostBefore) {}

    /**
     * Sends the request.
     *
     * @param unfinished tells an answer that is not the last word
     * @throws OutOfPatienceException if the service stayed busy or unreachable
     */
    public Answered send(HttpRequest request, Predicate<HttpResponse<String>> unfinished)
            throws OutOfPatienceException, InterruptedException {
        Instant giveUpAt = Instant.now().plus(patience);
        boolean lost = false;
        for (int tries = 1; ; tries++) {
            Try result = once(request);
            HttpResponse<String> answer = result.answer();
            if (answer != null && !again(answer, tries, unfinished)) {
                return new Answered(answer, lost);
            }
            lost |= result.mayHaveArrived();
            pause(result, tries, giveUpAt);
        }
    }

    private record Try(
            @Nullable HttpResponse<String> answer, @Nullable IOException failure) {

        /** A server error or a broken connection can hide a success; a busy answer or a refused connection cannot. */
        boolean mayHaveArrived() {
            return answer != null
                    ? answer.statusCode() >= SERVER_ERROR && answer.statusCode() != UNAVAILABLE
                    : !(failure instanceof ConnectException);
        }

        String inWords() {
            return answer != null
                    ? "answered " + Problem.of(answer).reason()
                    : "could not be reached (" + (failure == null ? "" : failure) + ")";
        }
    }

    private Try once(HttpRequest request) throws InterruptedException {
        try {
            return new Try(http.send(request, BodyHandlers.ofString()), null);
        } catch (IOException e) {
            return new Try(null, e);
        }
    }

    private static boolean again(HttpResponse<String> answer, int tries, Predicate<HttpResponse<String>> unfinished) {
        int status = answer.statusCode();
        boolean busy = status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
        boolean hiccup = status >= SERVER_ERROR && tries < SERVER_ERRORS_BELIEVED;
        return busy || hiccup || unfinished.test(answer);
    }

    private void pause(Try result, int tries, Instant giveUpAt) throws OutOfPatienceException, InterruptedException {
        Instant now = Instant.now();
        HttpResponse<String> answer = result.answer();
        Duration pause = backOff(tries);
        if (answer != null) {
            pause = RetryAfter.of(answer, now).orElse(pause);
        }
        if (now.plus(pause).isAfter(giveUpAt)) {
            throw new OutOfPatienceException(
                    "it %s, and would have to be asked again in %d s, which is beyond the %d s it was given"
                            .formatted(result.inWords(), pause.toSeconds(), patience.toSeconds()),
                    result.failure());
        }
        Thread.sleep(pause);
    }

    private static Duration backOff(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
