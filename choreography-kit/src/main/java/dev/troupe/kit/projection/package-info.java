/** Read models: rows that are folded from facts alone, so that they can be rebuilt at any time. */
@NullMarked
package dev.troupe.kit.projection;

import org.jspecify.annotations.NullMarked;
