/** Events that a handler cannot handle, parked with the rest of their flow until somebody has looked. */
@NullMarked
package dev.troupe.kit.deadletter;

import org.jspecify.annotations.NullMarked;
