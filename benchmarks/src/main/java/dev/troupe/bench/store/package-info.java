/** Event stores that are measured, and the kinds of work they are given. */
@NullMarked
package dev.troupe.bench.store;

import org.jspecify.annotations.NullMarked;
