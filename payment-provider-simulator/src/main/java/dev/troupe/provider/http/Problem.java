package dev.troupe.provider.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/**
 * An RFC 9457 problem, written for a person.
 *
 * @param type stable; names the kind of problem
 * @param headers further headers of the answer
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonIgnore Map<String, String> headers) {

    static final String TYPE_PREFIX = "urn:troupe:provider:";

    /** A problem whose title is its kind in words. */
    static Problem of(int status, String kind, String detail) {
        String words = kind.replace('-', ' ');
        String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return new Problem(TYPE_PREFIX + kind, title, status, detail, Map.of());
    }

    Problem withHeader(String name, String value) {
        return new Problem(type, title, status, detail, Map.of(name, value));
    }

    /** The problem as an answer. */
    Answer answer() {
        return Answer.of(status, "application/problem+json", this, headers);
    }
}
