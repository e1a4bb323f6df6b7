package dev.troupe.events.upcast;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Turns the JSON of one revision of a fact into that of the next. It looks at nothing but the JSON it is given, so that the same stored
 * fact always reads the same. Implementations are named after the fact and the revision they lead to, and have no parameters.
 */
public interface Upcaster {

    /** Changes the JSON in place. */
    void upcast(ObjectNode payload);
}
