/** Decides about orders: placed, confirmed, completed, cancelled. */
@NullMarked
package dev.troupe.order;

import org.jspecify.annotations.NullMarked;
