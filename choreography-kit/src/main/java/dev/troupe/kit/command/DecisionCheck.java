package dev.troupe.kit.command;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that what a command decided stands, although an aggregate that is kept in memory was used as it was. What the command appends, the
 * store refuses if somebody else has appended before. If it appends nothing, or fails, nobody would notice: so this looks for what is newer then,
 * and reports the same conflict.
 */
public final class DecisionCheck implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final String RELIED_ON = DecisionCheck.class.getName();

    /** Makes the check. */
    public DecisionCheck() {}

    /** Whether a command is being handled whose decision is going to be checked; if so, the aggregate's state will be. */
    static boolean isToCheck(StateReliedOn state) {
        if (!CurrentUnitOfWork.isStarted()) {
            return false;
        }
        List<StateReliedOn> states = CurrentUnitOfWork.get().getResource(RELIED_ON);
        return states != null && states.add(state);
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain command)
            throws Exception {
        List<StateReliedOn> states = new ArrayList<>(1);
        unitOfWork.resources().put(RELIED_ON, states);
        try {
            Object answer = command.proceed();
            for (StateReliedOn state : states) {
                if (!state.isAppendedTo()) {
                    requireNewest(state);
                }
            }
            return answer;
        } catch (ConcurrencyException e) {
            throw e;
        } catch (Exception e) {
            for (StateReliedOn state : states) {
                requireNewestAfterFailure(state);
            }
            throw e;
        }
    }

    /** The store would show what the command meant to append as if it were there, so it cannot tell; the next attempt loads the state. */
    private static void requireNewestAfterFailure(StateReliedOn state) {
        if (state.isAppendedTo()) {
            throw new ConcurrencyException(
                    "A command that relied on " + state + " as it was kept in memory failed halfway");
        }
        requireNewest(state);
    }

    private static void requireNewest(StateReliedOn state) {
        if (state.isOutdated()) {
            throw new ConcurrencyException(state + " has moved on since it was kept in memory");
        }
    }

    /** The state of an aggregate as it was kept in memory. */
    interface StateReliedOn {

        /** Whether the store will find out by itself if the state was not the newest. */
        boolean isAppendedTo();

        /** Asks the store whether the state was not the newest. */
        boolean isOutdated();
    }
}
