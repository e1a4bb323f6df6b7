/** The one port to the event store: PostgreSQL or Axon Server, and nothing else in a service knows which. */
@NullMarked
package dev.troupe.kit.store;

import org.jspecify.annotations.NullMarked;
