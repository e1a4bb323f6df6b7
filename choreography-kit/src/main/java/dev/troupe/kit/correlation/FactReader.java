package dev.troupe.kit.correlation;

import java.util.Optional;

/** Looks up what happened earlier in a stream; command handlers may take one as a parameter. */
public interface FactReader {

    /** The first fact of a type in a stream. */
    <F> Optional<F> first(String stream, Class<F> fact);
}
