package dev.troupe.kit.reaction;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;

/**
 * Translates one fact into what this service does about it, and into nothing else: it reads no database, calls nobody and keeps no state,
 * so the same fact always leads to the same commands. Implementations are named {@code When<Fact>Then<Command>}.
 *
 * @param <F> the fact that is reacted to
 */
public interface Reaction<F> {

    /** What this service does about the fact. */
    Then on(F fact, FactContext context);

    /** What must happen in the flow because of this reaction, and by when; a flow in which it does not is reported as stuck. */
    Expectation expects();

    /** The fact that is reacted to. */
    @SuppressWarnings("unchecked")
    default Class<F> fact() {
        JavaType[] parameters = TypeFactory.defaultInstance().findTypeParameters(getClass(), Reaction.class);
        return (Class<F>) parameters[0].getRawClass();
    }

    /** The name under which the reaction is shown. */
    default String name() {
        return getClass().getSimpleName();
    }
}
