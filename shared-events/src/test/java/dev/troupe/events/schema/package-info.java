/** The schemas of all facts: made from the records, kept in the repository, and compared. */
@NullMarked
package dev.troupe.events.schema;

import org.jspecify.annotations.NullMarked;
