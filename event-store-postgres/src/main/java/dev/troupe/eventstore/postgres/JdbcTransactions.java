package dev.troupe.eventstore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/**
 * The one transaction of a thread: whoever asks for a connection on that thread, be it for events, tokens, rows or jobs, gets the same one,
 * so that all of it commits together. The connection is opened when first asked for. An inner transaction joins the outer one; if the
 * inner one is rolled back, the outer one can only roll back too.
 *
 * <p>Events, and rows handed over with {@link #writeAtCommit} or {@link #changeAtCommit}, are not written before the commit, and then in one round trip with it. A
 * transaction that never asked for a connection, having only read with {@link #getReadConnection}, shares that round trip with others that
 * commit at the same moment.
 */
public final class JdbcTransactions implements TransactionManager, ConnectionProvider {

    private final DataSource dataSource;
    private final GroupCommit group;
    private final SureCommit commit;
    private final ThreadLocal<@Nullable ThreadTransaction> current = new ThreadLocal<>();

    public JdbcTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
        this.commit = new SureCommit(dataSource);
        this.group = new GroupCommit(commit);
    }

    @Override
    public Transaction startTransaction() {
        ThreadTransaction outer = current.get();
        if (outer != null) {
            return new Joined(outer);
        }
        ThreadTransaction transaction = new ThreadTransaction(dataSource, commit, group, current::remove);
        current.set(transaction);
        return transaction;
    }

    /**
     * The connection of this thread's transaction, which ignores being closed, or without a transaction a connection of its own in
     * auto-commit mode, which the caller closes. Events that were left to the commit so far are written before, so that they are seen.
     */
    @Override
    public Connection getConnection() throws SQLException {
        ThreadTransaction transaction = current.get();
        return transaction == null
                ? dataSource.getConnection()
                : ConnectionWrapperFactory.wrap(
                        transaction.connection(), new ConnectionWrapperFactory.NoOpCloseHandler());
    }

    /**
     * A connection to read with, which the caller closes: that of this thread's transaction if it has written, so that its own writes are
     * seen, otherwise one in auto-commit mode, so that having read keeps nobody from committing together with others.
     */
    public Connection getReadConnection() throws SQLException {
        ThreadTransaction transaction = current.get();
        return transaction == null || transaction.isUntouched() ? dataSource.getConnection() : getConnection();
    }

    /** Whether this thread is in a transaction. */
    public boolean isActive() {
        return current.get() != null;
    }

    /**
     * Runs the work in a transaction: in the thread's own if there is one, otherwise in a new one that commits when the work returns and
     * rolls back when it throws.
     */
    public <T extends @Nullable Object> T inTransaction(Callable<T> work) throws Exception {
        Transaction transaction = startTransaction();
        T result;
        try {
            result = work.call();
        } catch (Throwable failure) {
            rollback(transaction, failure);
            throw failure;
        }
        transaction.commit();
        return result;
    }

    /** Runs the action once this thread's transaction has committed; at once if there is none; never if it rolls back. */
    public void afterCommit(Runnable action) {
        ThreadTransaction transaction = current.get();
        if (transaction == null) {
            action.run();
        } else {
            transaction.afterCommit(action);
        }
    }

    /**
     * Has rows written when this thread's transaction commits, together with its events; nobody may rely on seeing that earlier. If one of them
     * is refused because its key is taken, the commit fails with a {@link org.axonframework.modelling.command.ConcurrencyException} and nothing
     * of the transaction is stored.
     *
     * @param write an INSERT or DELETE that takes its rows from {@link #rows}
     * @param rows the values of each row, in the order of the parameters
     * @throws IllegalStateException if the thread is in no transaction
     */
    public void writeAtCommit(String write, List<@Nullable String[]> rows) {
        if (!rows.isEmpty()) {
            active().pending().addRows(write, rows);
        }
    }

    /**
     * Has rows changed when this thread's transaction commits, all of them or nothing: if one is not found, the commit fails with a
     * {@link RowNotAsExpectedException} and nothing of the transaction is stored.
     *
     * @param update an UPDATE that takes its rows from {@link #rows}; two transactions that change rows in this way at the same time must not
     *     have more than one of them in common
     * @param rows the values of each row, in the order of the parameters
     * @throws IllegalStateException if the thread is in no transaction
     */
    public void changeAtCommit(String update, List<@Nullable String[]> rows) {
        if (!rows.isEmpty()) {
            active().pending().addChanges(update, rows);
        }
    }

    /**
     * Lets a crash of the server take back this thread's transaction though it has committed, unless it appends events: then its commit need not wait
     * for the disk. For work that is done again because what says that it was done is taken back with it.
     *
     * @throws IllegalStateException if the thread is in no transaction
     */
    public void mayBeTakenBack() {
        active().pending().mayBeTakenBack();
    }

    /**
     * What a statement for {@link #writeAtCommit} or {@link #changeAtCommit} takes its rows from, all of its parameters being here: {@code UPDATE t
     * SET ... FROM <rows> AS r (id, ...) WHERE t.id = r.id::bigint}. All columns are texts.
     *
     * <p>PostgreSQL would plan a statement with an array anew at each execution, because it expects less of the array that it sees than of any;
     * behind a limit that it cannot know it expects one row of both, and keeps the plan.
     */
    public static String rows(int columns) {
        return "(SELECT * FROM unnest(" + String.join(", ", Collections.nCopies(columns, "?::text[]"))
                + ") LIMIT (SELECT NULL::bigint))";
    }

    /** Has events appended when this thread's transaction commits. */
    void append(List<NewEvent> events) {
        active().pending().add(events);
    }

    /** How many commits wait for the one under way. */
    int waitingCommits() {
        return group.waiting();
    }

    void report(EventStoreMetrics metrics) {
        commit.report(metrics);
    }

    private ThreadTransaction active() {
        ThreadTransaction transaction = current.get();
        if (transaction == null) {
            throw new IllegalStateException("there is no transaction whose commit this could be left to");
        }
        return transaction;
    }

    private static void rollback(Transaction transaction, Throwable cause) {
        try {
            transaction.rollback();
        } catch (RuntimeException alsoFailed) {
            cause.addSuppressed(alsoFailed);
        }
    }

    private record Joined(ThreadTransaction outer) implements Transaction {

        @Override
        public void commit() {
            // the outer transaction decides
        }

        @Override
        public void rollback() {
            outer.rollbackOnly();
        }
    }
}
