/** Decides about goods: what is in stock, what is set aside for whom, and what has left. */
@NullMarked
package dev.troupe.inventory;

import org.jspecify.annotations.NullMarked;
