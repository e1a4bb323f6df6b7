package dev.troupe.kit.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.status.Declaration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads what the services of a system declare, from the one place where each writes it at its start. */
public final class Declarations {

    private Declarations() {}

    /** What is declared now, by service. */
    public static List<Declaration> read(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT declared FROM choreography.declaration ORDER BY service");
                ResultSet rows = select.executeQuery()) {
            List<Declaration> declarations = new ArrayList<>();
            while (rows.next()) {
                declarations.add(FactMapper.get().readValue(rows.getString(1), Declaration.class));
            }
            return declarations;
        } catch (JsonProcessingException e) {
            throw new SQLException("A service's declaration cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
