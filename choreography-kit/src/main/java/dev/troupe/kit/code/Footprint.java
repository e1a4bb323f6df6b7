package dev.troupe.kit.code;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What code may do from some method on.
 *
 * @param created the types of which it makes instances
 * @param mentioned the types it names as class constants
 * @param calls the methods it calls, in its own code and elsewhere
 */
public record Footprint(Set<Class<?>> created, Set<Class<?>> mentioned, Set<Call> calls) {

    /** Both together. */
    public Footprint and(Footprint other) {
        return new Footprint(
                union(created, other.created), union(mentioned, other.mentioned), union(calls, other.calls));
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** A method that is called, parameters apart. */
    public record Call(Class<?> owner, String method) {}
}
