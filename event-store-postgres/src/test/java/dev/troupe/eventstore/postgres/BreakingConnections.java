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

/** Real connections of which the next one that appends breaks, before the server has done it or before it has answered. */
final class BreakingConnections {

    /** When a connection breaks. */
    enum Break {
        NEVER,
        BEFORE_IT_IS_DONE,
        BEFORE_THE_ANSWER
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
                                && arguments[0].toString().contains("INSERT INTO events.event")
                        ? breaking(statement)
                        : result);
    }

    private PreparedStatement breaking(PreparedStatement real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Break when = method.getName().equals("execute") ? next.getAndSet(Break.NEVER) : Break.NEVER;
            if (when == Break.BEFORE_THE_ANSWER) {
                real.execute();
            }
            if (when != Break.NEVER) {
                real.getConnection().unwrap(BaseConnection.class).abort(Runnable::run);
                throw new SQLException("the answer is lost", "08006");
            }
            return invoke(real, method, arguments);
        };
        return (PreparedStatement)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, handler);
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
        Object wrap(Object result, String method, Object[] arguments);
    }
}
