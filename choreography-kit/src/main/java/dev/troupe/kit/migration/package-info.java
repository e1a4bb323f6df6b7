/** Moving a system from one event store to the other: the log is copied and compared, then everything that points into it is moved along. */
@NullMarked
package dev.troupe.kit.migration;

import org.jspecify.annotations.NullMarked;
