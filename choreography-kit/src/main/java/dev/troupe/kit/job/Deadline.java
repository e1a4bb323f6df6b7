package dev.troupe.kit.job;

import com.fasterxml.jackson.databind.type.TypeFactory;

/**
 * A limit in time. When it is reached a command goes to the service's own aggregate, which decides whether that still matters.
 *
 * @param <D> what the command needs to know; stored as JSON
 */
public interface Deadline<D> {

    /** The name under which deadlines of this kind are stored, for ever. */
    String name();

    /** The command to send when time is up. */
    Object whenDue(D data);

    /** The type of what the command needs to know. */
    @SuppressWarnings("unchecked")
    default Class<D> dataType() {
        return (Class<D>) TypeFactory.defaultInstance()
                .findTypeParameters(getClass(), Deadline.class)[0]
                .getRawClass();
    }
}
