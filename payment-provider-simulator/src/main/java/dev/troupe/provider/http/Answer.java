package dev.troupe.provider.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import dev.troupe.provider.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param length of the body in bytes, or 0 if it is not known beforehand
 */
record Answer(int status, String contentType, InputStream body, long length, Map<String, String> headers) {

    static Answer json(int status, Object body) {
        return of(status, "application/json", body, Map.of());
    }

    static Answer of(int status, String contentType, Object body, Map<String, String> headers) {
        try {
            byte[] bytes = Json.MAPPER.writeValueAsBytes(body);
            return new Answer(status, contentType, new ByteArrayInputStream(bytes), bytes.length, headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written as JSON", e);
        }
    }

    static Answer stream(String contentType, InputStream body) {
        return new Answer(200, contentType, body, 0, Map.of());
    }

    void sendTo(HttpExchange exchange) throws IOException {
        try (body) {
            exchange.getResponseHeaders().set("Content-Type", contentType);
            headers.forEach(exchange.getResponseHeaders()::set);
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            exchange.sendResponseHeaders(status, length);
            body.transferTo(exchange.getResponseBody());
            exchange.getResponseBody().close();
        }
    }
}
