package dev.troupe.kit.privacy;

import dev.troupe.kit.database.ServiceDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/**
 * Erases what is known of a person, in the log and everywhere else at once, by shredding all keys with which it was ever sealed. What is
 * recorded stays as it is; nobody can read the personal values in it any more.
 */
public final class PersonalData {

    private static final String SHRED = """
        WITH shredded AS (
          UPDATE keys.subject_key SET wrapped = NULL, shredded_at = now() WHERE subject = ? AND wrapped IS NOT NULL RETURNING key_id)
        INSERT INTO keys.erasure (subject, keys, requested_by) SELECT ?, count(*), ? FROM shredded RETURNING keys, erased_at\
        """;

    private final DataSource dataSource;

    private PersonalData(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The personal data whose keys are in a database. */
    public static PersonalData in(ServiceDatabase database) {
        return new PersonalData(database.writer());
    }

    /** Shreds all keys of a subject and writes down who asked for it; asking again shreds what was sealed since. */
    public Erasure erase(String subject, String requestedBy) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement shred = connection.prepareStatement(SHRED)) {
            shred.setString(1, subject);
            shred.setString(2, subject);
            shred.setString(3, requestedBy);
            try (ResultSet row = shred.executeQuery()) {
                row.next();
                return new Erasure(
                        subject,
                        row.getInt(1),
                        row.getObject(2, OffsetDateTime.class).toInstant());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Personal data cannot be erased: " + e.getMessage(), e);
        }
    }

    /**
     * That personal data was erased.
     *
     * @param subject whose
     * @param shreddedKeys how many keys were shredded; 0 if there was nothing to erase
     */
    public record Erasure(String subject, int shreddedKeys, Instant erasedAt) {}
}
