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

/** Loads aggregates from their repositories to look at them; nothing is changed, so they may be kept for the next command. */
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
            unitOfWork.commit();
            return Optional.ofNullable(seen.get());
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        } finally {
            if (unitOfWork.isActive()) {
                unitOfWork.rollback();
            }
        }
    }
}
