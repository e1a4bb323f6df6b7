package dev.troupe.kit.database;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import java.util.concurrent.Callable;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * One transaction with everything that Axon ties to it: the commands sent within have their units of work nested in it, so that what they did to
 * a cached aggregate is forgotten if the transaction is rolled back.
 */
public final class UnitsOfWork {

    private UnitsOfWork() {}

    /**
     * Does the work, and commits; rolls back if it throws.
     *
     * @param cause the message that it is done for, if there is one
     */
    public static <T extends @Nullable Object> T commit(
            JdbcTransactions transactions, @Nullable Message<?> cause, Callable<T> work) throws Exception {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(cause);
        unitOfWork.attachTransaction(transactions);
        T result;
        try {
            result = work.call();
        } catch (Throwable failure) {
            unitOfWork.rollback(failure);
            throw failure;
        }
        unitOfWork.commit();
        return result;
    }
}
