package dev.troupe.viewer.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.kit.database.Sql;
import dev.troupe.kit.flow.Expectations;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.status.Declaration;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What all services declare.
 *
 * @param byProcess the declarations, by the name of the service's process, such as {@code order-service}
 * @param fingerprint differs whenever anything in them does
 */
public record Declarations(Map<String, Declaration> byProcess, String fingerprint) {

    private static final String ALL = "SELECT service, declared FROM choreography.declaration ORDER BY service";

    /** Reads what is declared now. */
    public static Declarations read(DataSource source) throws SQLException {
        Map<String, Declaration> byProcess = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        Sql.query(source, ALL, row -> {
            texts.add(row.getString(2));
            return byProcess.put(row.getString(1), parse(row.getString(2)));
        });
        return new Declarations(
                byProcess,
                UUID.nameUUIDFromBytes(texts.toString().getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    /** What must follow each fact. */
    public Expectations expectations() {
        return new Expectations(byProcess.values());
    }

    private static Declaration parse(String json) throws SQLException {
        try {
            return FactMapper.get().readValue(json, Declaration.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("A service's declaration cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
