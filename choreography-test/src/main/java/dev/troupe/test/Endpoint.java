package dev.troupe.test;

/**
 * One way to call a service.
 *
 * @param path with its variables in braces
 */
public record Endpoint(String method, String path) {

    /** A path that leads there, whatever its variables stand for. */
    String examplePath() {
        return path.replaceAll("\\{[^}]+}", "a-1");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
