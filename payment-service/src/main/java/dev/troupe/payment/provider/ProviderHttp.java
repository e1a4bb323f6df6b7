package dev.troupe.payment.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One HTTP exchange with the provider, ending in an answer, a refusal, or the knowledge that nothing is known. */
final class ProviderHttp {

    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    private final ProviderSettings settings;
    private final Telemetry telemetry;
    private final HttpClient client;

    ProviderHttp(ProviderSettings settings, Telemetry telemetry) {
        this.settings = settings;
        this.telemetry = telemetry;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeOut())
                .build();
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param body sent as JSON
     */
    ProviderAuthorization exchange(String method, String path, @Nullable Object body) {
        Span span = telemetry.start("payment-provider " + method, SpanKind.CLIENT, Telemetry.currentTraceparent());
        try (Scope scope = span.makeCurrent()) {
            HttpResponse<String> response = client.send(request(method, path, body), BodyHandlers.ofString());
            span.setAttribute("http.response.status_code", response.statusCode());
            return answer(response);
        } catch (HttpTimeoutException e) {
            throw failed(
                    span,
                    "did not answer within %d ms"
                            .formatted(settings.answerTimeOut().toMillis()),
                    e);
        } catch (IOException e) {
            throw failed(span, "cannot be reached at " + settings.url(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(span, "was not waited for, since this service is being stopped", e);
        } finally {
            span.end();
        }
    }

    private HttpRequest request(String method, String path, @Nullable Object body) throws JsonProcessingException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .timeout(settings.answerTimeOut())
                .header("Accept", "application/json, application/problem+json");
        String traceparent = Telemetry.currentTraceparent();
        if (traceparent != null) {
            request.header("traceparent", traceparent);
        }
        if (body == null) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(FactMapper.get().writeValueAsString(body)))
                .build();
    }

    private static ProviderAuthorization answer(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 200 || status == 201) {
            return read(response, ProviderAuthorization.class);
        }
        if (status >= 400 && status < 500 && status != TIMEOUT && status != TOO_MANY) {
            throw read(response, Problem.class).refusal();
        }
        throw new ProviderUnavailable("the payment provider answered %d".formatted(status), null);
    }

    private static <T> T read(HttpResponse<String> response, Class<T> type) {
        try {
            return Objects.requireNonNull(FactMapper.get().readValue(response.body(), type));
        } catch (JsonProcessingException | NullPointerException e) {
            throw new ProviderUnavailable(
                    "the payment provider answered %d with something that is not understood"
                            .formatted(response.statusCode()),
                    e);
        }
    }

    private static ProviderUnavailable failed(Span span, String how, Exception cause) {
        span.setStatus(StatusCode.ERROR, how);
        return new ProviderUnavailable("the payment provider " + how, cause);
    }

    /** Only a problem in the provider's own words is a refusal: a stray 404 of something in between says nothing about money. */
    private record Problem(@Nullable String type, @Nullable String detail) {

        private static final String PREFIX = "urn:troupe:provider:";

        RuntimeException refusal() {
            if (type == null || !type.startsWith(PREFIX)) {
                return new ProviderUnavailable(
                        "something that is not the payment provider answered in its place", null);
            }
            return new ProviderRefused(type.substring(PREFIX.length()), String.valueOf(detail));
        }
    }
}
