package dev.troupe.demo.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What the services' read models say.
 *
 * @param orders the status of each order
 * @param payments what was captured and refunded of each order
 * @param stock what is on hand and reserved, by {@code warehouse/sku}
 * @param notifications the status of each notification
 */
public record Views(
        Map<String, String> orders,
        Map<String, Money> payments,
        Map<String, StockBook.Pieces> stock,
        Map<String, String> notifications) {

    /** Reads all of them in one consistent look. */
    public static Views of(DataSource admin) throws SQLException {
        try (Connection connection = admin.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new Views(
                    read(connection, "SELECT order_id, status FROM order_summary.order_summary", r -> r.getString(2)),
                    read(
                            connection,
                            "SELECT order_id, captured_minor, refunded_minor FROM payment_summary.payment_summary",
                            r -> new Money(r.getLong(2), r.getLong(3))),
                    read(
                            connection,
                            "SELECT id, on_hand, reserved FROM stock_level.stock_level",
                            r -> new StockBook.Pieces(r.getLong(2), r.getLong(3))),
                    read(
                            connection,
                            "SELECT notification_id, status FROM notification_summary.notification_summary",
                            r -> r.getString(2)));
        }
    }

    private static <T> Map<String, T> read(Connection connection, String sql, Row<T> row) throws SQLException {
        Map<String, T> values = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.put(rows.getString(1), row.read(rows));
            }
        }
        return values;
    }

    /** Money of one order, in minor units. */
    public record Money(long captured, long refunded) {}

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
