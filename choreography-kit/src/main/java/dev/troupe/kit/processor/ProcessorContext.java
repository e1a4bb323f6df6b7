package dev.troupe.kit.processor;

import dev.troupe.eventstore.postgres.JdbcTransactions;
import dev.troupe.kit.deadletter.DeadLetters;
import dev.troupe.kit.store.EventSource;
import javax.sql.DataSource;

/**
 * What all processors of a service share.
 *
 * @param source where events come from
 * @param dataSource for claims, each of which commits by itself
 * @param transactions for batches
 * @param deadLetters where events go that cannot be handled
 * @param members the service's processes, among which segments are divided
 * @param owner names this process
 * @param eventsCommitAlong whether events are appended by the transactions of batches, and not before these in another store
 */
public record ProcessorContext(
        EventSource source,
        DataSource dataSource,
        JdbcTransactions transactions,
        DeadLetters deadLetters,
        Members members,
        String owner,
        boolean eventsCommitAlong) {}
