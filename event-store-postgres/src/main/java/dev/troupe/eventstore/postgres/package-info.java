/** An event store for Axon 4 on PostgreSQL: what is committed is delivered once, in order, and at once. */
@NullMarked
package dev.troupe.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
