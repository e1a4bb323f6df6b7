package dev.troupe.viewer.path;

import dev.troupe.kit.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds the different ways that orders took. */
public final class Paths {

    /** More than enough to be representative, few enough to be counted while somebody looks. */
    private static final int NEWEST_ORDERS = 50_000;

    private static final String VARIANTS = """
            SELECT path, status, count(*) AS flows, max(latency_millis) AS longest,
              percentile_disc(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY latency_millis) AS millis,
              (array_agg(flow_id ORDER BY first_position DESC))[1] AS example
            FROM (SELECT *, coalesce(reason, outcome, 'OPEN') AS status FROM trace_viewer.flow
              WHERE kind = 'order' ORDER BY first_position DESC LIMIT ?) newest
            GROUP BY path, status ORDER BY flows DESC, path LIMIT 50""";
    private static final String WITH_FACTS = "SELECT v.*, f.seen FROM (" + VARIANTS
            + ") v JOIN trace_viewer.flow f ON f.flow_id = v.example ORDER BY v.flows DESC, v.path";

    private final DataSource index;

    /** Reads the index with the role that owns it. */
    public Paths(DataSource index) {
        this.index = index;
    }

    /** The ways of the newest orders, the most frequent first. */
    public List<PathVariant> find() throws SQLException {
        return Sql.query(index, WITH_FACTS, Paths::variant, NEWEST_ORDERS);
    }

    private static PathVariant variant(ResultSet row) throws SQLException {
        java.sql.Array array = row.getArray("millis");
        @Nullable Long[] millis = array == null ? new Long[2] : (Long[]) array.getArray();
        return new PathVariant(
                row.getString("path"),
                Arrays.stream((String[]) row.getArray("seen").getArray())
                        .filter(fact -> !fact.startsWith("notification."))
                        .toList(),
                row.getString("status"),
                row.getLong("flows"),
                millis[0],
                millis[1],
                row.getObject("longest", Long.class),
                row.getString("example"));
    }
}
