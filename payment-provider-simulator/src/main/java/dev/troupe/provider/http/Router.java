package dev.troupe.provider.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the handler of a request by method and path. */
final class Router {

    private final List<Route> routes;

    Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    Answer handle(String method, String rawPath, byte[] body) throws IOException {
        List<String> path =
                Stream.of(rawPath.split("/", -1)).map(Router::decoded).toList();
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(path);
            if (variables.isPresent() && route.method().equals(method)) {
                return route.handler().handle(new Request(variables.get(), body));
            }
        }
        throw new ProblemException(noRoute(method, path));
    }

    private Problem noRoute(String method, List<String> path) {
        String allowed = routes.stream()
                .filter(route -> route.match(path).isPresent())
                .map(Route::method)
                .distinct()
                .collect(Collectors.joining(", "));
        return allowed.isEmpty()
                ? Problem.of(404, "unknown-path", "there is nothing at this path; the module's README lists the paths")
                : Problem.of(405, "method-not-allowed", "%s is not possible here, but %s".formatted(method, allowed))
                        .withHeader("Allow", allowed);
    }

    /** A plus sign means itself in a path. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
