package dev.troupe.viewer.flow;

import dev.troupe.kit.database.Sql;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Knows which keys of a customer are shredded, so that what was sealed with them is shown as erased. */
final class ErasedKeys {

    private ErasedKeys() {}

    static Set<String> of(@Nullable String customer, DataSource source) throws SQLException {
        return customer == null
                ? Set.of()
                : Set.copyOf(Sql.query(
                        source,
                        "SELECT key_id FROM keys.subject_key WHERE subject = ? AND shredded_at IS NOT NULL",
                        row -> row.getString(1),
                        customer));
    }
}
