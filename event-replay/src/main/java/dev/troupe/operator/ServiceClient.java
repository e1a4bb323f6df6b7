package dev.troupe.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks one service's operator surface; whatever is not an answer becomes a {@link CommandFailure} that says so to a person. */
public final class ServiceClient {

    private static final ObjectMapper JSON = FactMapper.get();
    private static final String PROBLEM_PREFIX = "urn:troupe:problem:";

    /** A comparison of many rows takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http;
    private final String name;
    private final URI address;
    private final Supplier<@Nullable String> tokens;

    ServiceClient(HttpClient http, String name, URI address, Supplier<@Nullable String> tokens) {
        this.http = http;
        this.name = name;
        this.address = address;
        this.tokens = tokens;
    }

    /** The service's name, such as {@code order}. */
    public String name() {
        return name;
    }

    private String process() {
        return name.contains("-") ? name : name + "-service";
    }

    /** Reads what is at a path, such as {@code /operator/replays}. */
    public <T> T get(String path, Class<T> type) {
        return send("GET", path, null, JSON.constructType(type));
    }

    /** Reads what is at a path, if it is a list or the like. */
    public <T> T get(String path, TypeReference<T> type) {
        return send("GET", path, null, JSON.constructType(type));
    }

    /**
     * Has something done.
     *
     * @param body what to tell about it, if anything
     */
    public <T> T post(String path, @Nullable Object body, Class<T> type) {
        return send("POST", path, body, JSON.constructType(type));
    }

    /** Sets what is at a path. */
    public <T> T put(String path, Object body, Class<T> type) {
        return send("PUT", path, body, JSON.constructType(type));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the public methods tie it to the type
    private <T> T send(String method, String path, @Nullable Object body, JavaType type) {
        try {
            HttpResponse<String> answer = http.send(request(method, path, body), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw refused(answer);
            }
            return JSON.readValue(answer.body(), type);
        } catch (JsonProcessingException e) {
            throw new CommandFailure(
                    ExitCode.SERVICE,
                    "%s answered what is no JSON of this kind: %s".formatted(process(), e.getOriginalMessage()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.NOT_RUNNING, "%s cannot be reached at %s (%s).".formatted(process(), address, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.UNEXPECTED, "Stopped while %s was asked.".formatted(process()));
        }
    }

    private HttpRequest request(String method, String path, @Nullable Object body) throws JsonProcessingException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        String token = tokens.get();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private ServiceRefused refused(HttpResponse<String> answer) {
        JsonNode problem = problem(answer.body());
        String type = problem.path("type").asText();
        String detail = problem.path("detail").asText(problem.path("title").asText("it gave no reason"));
        StringBuilder message =
                new StringBuilder("%s refused (%d): %s".formatted(process(), answer.statusCode(), detail));
        for (JsonNode mistake : problem.path("errors")) {
            message.append(" %s %s."
                    .formatted(
                            mistake.path("pointer")
                                    .asText(mistake.path("parameter").asText()),
                            mistake.path("detail").asText()));
        }
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
            message.append(" Show a token with the role: --token-file FILE or TROUPE_TOKEN.");
        }
        return new ServiceRefused(
                answer.statusCode(),
                type.startsWith(PROBLEM_PREFIX) ? type.substring(PROBLEM_PREFIX.length()) : "",
                detail,
                message.toString());
    }

    private static JsonNode problem(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
