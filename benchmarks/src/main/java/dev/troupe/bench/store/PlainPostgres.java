package dev.troupe.bench.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;

/** What PostgreSQL itself does with the same table, without any store around it. */
final class PlainPostgres implements AutoCloseable {

    static final String INSERT_LABEL = "plain INSERT";
    static final String CURSOR_LABEL = "cursor and parse";

    private static final int FETCH = 2_000;

    private final HikariDataSource dataSource;
    private final ObjectMapper json = AxonContender.JSON.getObjectMapper();

    /** @param troupe a database with Troupe's tables */
    PlainPostgres(Address troupe) {
        dataSource = troupe.pool();
    }

    /** One INSERT of one row, committed by itself, with content that was serialised before. */
    void insert() throws SQLException, IOException {
        Happened happened = Happened.first(Happened.newId());
        DomainEventMessage<Happened> event = happened.at(happened.flow(), 0);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO events.event (stream, stream_position, aggregate_type, event_id, type, occurred_at,"
                                + " metadata, payload) VALUES (?, 0, 'Bench', ?, 'plain', now(), ?::json, ?::json)")) {
            insert.setString(1, happened.flow());
            insert.setObject(2, UUID.fromString(event.getIdentifier()));
            insert.setString(3, json.writeValueAsString(event.getMetaData()));
            insert.setString(4, json.writeValueAsString(happened));
            insert.executeUpdate();
        }
    }

    /** Reads all payloads through one cursor and parses them. */
    void count(long events) throws SQLException, IOException {
        long counted = 0;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(FETCH);
                try (ResultSet rows = statement.executeQuery("SELECT payload FROM events.event ORDER BY position")) {
                    while (rows.next()) {
                        counted +=
                                json.readValue(rows.getBytes(1), Happened.class).hop() >= 0 ? 1 : 0;
                    }
                }
            }
            connection.rollback();
        }
        if (counted != events) {
            throw new IllegalStateException("counted " + counted + " of " + events + " events");
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
