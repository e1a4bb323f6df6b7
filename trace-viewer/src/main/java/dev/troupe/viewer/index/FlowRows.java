package dev.troupe.viewer.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.kit.serialization.FactMapper;
import java.sql.SQLException;

/** Reads the rows of the index as PostgreSQL writes them in JSON. */
final class FlowRows {

    private FlowRows() {}

    static FlowRow parse(String json) throws SQLException {
        try {
            return FactMapper.get().readValue(json, FlowRow.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("A row of the index cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
