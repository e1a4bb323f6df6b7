package dev.troupe.eventstore.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;

/**
 * Real connections of which the next one that appends breaks, before the server has done it or before it has answered, or lives and refuses what
 * comes behind the commit.
 */
final class BreakingConnections {

    /** When a connection breaks. */
    enum Break {
        NEVER,
        BEFORE_IT_IS_DONE,
        BEFORE_THE_ANSWER,
        BEHIND_THE_COMMIT
    }

    private final AtomicReference<Break> next = new AtomicReference<>(Break.NEVER);

    void breakNext(Break when) {
        next.set(when);
    }

    DataSource over(DataSource real) {
        return proxy(
                DataSource.class,
                real,
                (result, name, arguments) -> result instanceof Connection connection ? connection(connection) : result);
    }

    private Connection connection(Connection real) {
        return proxy(
                Connection.class,
                real,
                (result, name, arguments) -> result instanceof PreparedStatement statement
                        ? statement(statement, real, arguments[0].toString())
                        : result);
    }

    private PreparedStatement statement(PreparedStatement real, Connection connection, String sql) throws SQLException {
        if (sql.contains("pg_notify") && next.compareAndSet(Break.BEHIND_THE_COMMIT, Break.NEVER)) {
            return connection.prepareStatement(sql.replace("pg_notify", "no_such_function"));
        }
        return sql.contains("INSERT INTO events.event") ? breaking(real) : real;
    }

    private PreparedStatement breaking(PreparedStatement real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("execute")) {
                if (next.compareAndSet(Break.BEFORE_THE_ANSWER, Break.NEVER)) {
                    real.execute();
                    throw loss(real);
                }
                if (next.compareAndSet(Break.BEFORE_IT_IS_DONE, Break.NEVER)) {
                    throw loss(real);
                }
            }
            return invoke(real, method, arguments);
        };
        return (PreparedStatement)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, handler);
    }

    private static SQLException loss(PreparedStatement statement) throws SQLException {
        statement.getConnection().unwrap(BaseConnection.class).abort(Runnable::run);
        return new SQLException("the answer is lost", "08006");
    }

    private <T> T proxy(Class<T> type, T real, Wrapping wrapping) {
        InvocationHandler handler = (proxy, method, arguments) ->
                wrapping.wrap(invoke(real, method, arguments), method.getName(), arguments);
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Wrapping {
        Object wrap(Object result, String method, Object[] arguments) throws SQLException;
    }
}
