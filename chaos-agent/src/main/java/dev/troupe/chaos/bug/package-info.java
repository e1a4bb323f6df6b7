/** Bugs as they might be made one day, to be planted into a running service and found by the oracle. */
@NullMarked
package dev.troupe.chaos.bug;

import org.jspecify.annotations.NullMarked;
