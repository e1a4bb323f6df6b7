/** Events in Axon Server: it keeps the events and nothing else; tokens, snapshots, jobs and views stay in PostgreSQL. */
@NullMarked
package dev.troupe.kit.axonserver;

import org.jspecify.annotations.NullMarked;
