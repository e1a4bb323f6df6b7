/** Measures Troupe: its event store beside others, and the whole system. */
@NullMarked
package dev.troupe.bench;

import org.jspecify.annotations.NullMarked;
