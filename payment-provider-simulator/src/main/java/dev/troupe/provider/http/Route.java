package dev.troupe.provider.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A method and a path with variables, such as {@code /authorizations/{key}}, and who answers it. */
record Route(String method, List<String> segments, Handler handler) {

    Route(String method, String path, Handler handler) {
        this(method, List.of(path.split("/", -1)), handler);
    }

    /** The variables of the path, or empty if it is not this route's. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{")) {
                variables.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
