package dev.troupe.demo.launch;

import java.util.Map;
import javax.sql.DataSource;

/** Gives a database the roles and tables all services rely on; may be repeated at any time. */
@FunctionalInterface
interface DatabasePreparation {

    /**
     * Prepares the database.
     *
     * @param admin a role that may do everything
     * @param passwords the passwords by role
     */
    void prepare(DataSource admin, Map<String, String> passwords);
}
