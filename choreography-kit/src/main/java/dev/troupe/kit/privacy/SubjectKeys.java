package dev.troupe.kit.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The key of each subject, kept in the database wrapped by a master key that is not. None is remembered: a key that one process shreds is
 * gone for all at once.
 */
public final class SubjectKeys {

    private final DataSource dataSource;
    private final MasterKey master;

    /** The keys in a database, wrapped by the given master key. */
    public SubjectKeys(DataSource dataSource, MasterKey master) {
        this.dataSource = dataSource;
        this.master = master;
    }

    /** The key with which new values of a subject are sealed; made if there is none. */
    SubjectKey current(String subject) {
        return query(
                        "SELECT key_id, wrapped FROM keys.subject_key WHERE subject = ? AND wrapped IS NOT NULL ORDER"
                                + " BY created_at, key_id LIMIT 1",
                        subject)
                .orElseGet(() -> create(subject));
    }

    /** A key of a subject; empty if it was shredded. */
    Optional<SubjectKey> find(String subject, String keyId) {
        return query(
                "SELECT key_id, wrapped FROM keys.subject_key WHERE subject = ? AND key_id = ? AND wrapped IS NOT NULL",
                subject,
                keyId);
    }

    private SubjectKey create(String subject) {
        SubjectKey key = new SubjectKey(UUID.randomUUID().toString(), AesGcm.newKey());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO keys.subject_key (subject, key_id, wrapped) VALUES (?, ?, ?)")) {
            insert.setString(1, subject);
            insert.setString(2, key.id());
            insert.setBytes(3, AesGcm.encrypt(master.secret(), key.secret(), context(subject, key.id())));
            insert.executeUpdate();
            return key;
        } catch (SQLException | GeneralSecurityException e) {
            throw new IllegalStateException("The key of a customer cannot be made: " + e.getMessage(), e);
        }
    }

    private Optional<SubjectKey> query(String sql, String subject, String... more) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, subject);
            for (int i = 0; i < more.length; i++) {
                select.setString(i + 2, more[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(unwrap(subject, row.getString(1), row.getBytes(2))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The key of a customer cannot be fetched: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key of a customer cannot be unwrapped; is the master key the one it was made with?", e);
        }
    }

    private SubjectKey unwrap(String subject, String keyId, byte @Nullable [] wrapped) throws GeneralSecurityException {
        if (wrapped == null) {
            throw new GeneralSecurityException("the key is shredded");
        }
        return new SubjectKey(keyId, AesGcm.decrypt(master.secret(), wrapped, context(subject, keyId)));
    }

    private static byte[] context(String subject, String keyId) {
        return (subject + '\n' + keyId).getBytes(StandardCharsets.UTF_8);
    }

    /** A key of a subject, unwrapped. */
    @SuppressWarnings("ArrayRecordComponent")
    record SubjectKey(String id, byte[] secret) {}
}
