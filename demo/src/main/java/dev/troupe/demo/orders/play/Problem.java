package dev.troupe.demo.orders.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/**
 * Why a request was refused, as far as the answer says (RFC 9457).
 *
 * @param type the last part of the problem's type, such as {@code request-in-progress}; empty if the answer is no problem document
 */
record Problem(int status, String type, String title) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Problem of(HttpResponse<String> answer) {
        try {
            JsonNode body = JSON.readTree(answer.body());
            String type = body.path("type").asText("");
            return new Problem(
                    answer.statusCode(),
                    type.substring(type.lastIndexOf(':') + 1),
                    body.path("title").asText(""));
        } catch (JsonProcessingException notJson) {
            return new Problem(answer.statusCode(), "", "");
        }
    }

    /** The reason in a few words, the same for the same kind of problem: details can be personal. */
    String reason() {
        String what = title.isBlank() ? type : title;
        return what.isBlank() ? "HTTP " + status : "HTTP " + status + ", " + what;
    }
}
