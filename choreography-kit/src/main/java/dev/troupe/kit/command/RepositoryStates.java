package dev.troupe.kit.command;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** Loads aggregates from their repositories to look at them, and then forgets them. */
public final class RepositoryStates implements AggregateStates {

    private final Configuration configuration;

    /** Looks at the aggregates of a configuration. */
    public RepositoryStates(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public <A, T> Optional<T> look(Class<A> type, String stream, Function<A, T> look) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("an aggregate cannot be looked at while a command is handled");
        }
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        try {
            AtomicReference<@Nullable T> seen = new AtomicReference<>();
            configuration.repository(type).load(stream).execute(aggregate -> seen.set(look.apply(aggregate)));
            return Optional.ofNullable(seen.get());
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        } finally {
            unitOfWork.rollback();
        }
    }
}
