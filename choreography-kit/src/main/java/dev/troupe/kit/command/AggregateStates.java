package dev.troupe.kit.command;

import java.util.Optional;
import java.util.function.Function;

/** Looks at the current state of an aggregate, for answers that cannot wait for a view. */
public interface AggregateStates {

    /** What can be seen of an aggregate, or nothing if there is none; must neither change it nor hold on to it, as it serves the next command. */
    <A, T> Optional<T> look(Class<A> type, String stream, Function<A, T> look);
}
