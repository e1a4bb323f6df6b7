/** The orders the demo plays: what one is, where generated ones come from, and what they need in stock. */
@NullMarked
package dev.troupe.demo.orders;

import org.jspecify.annotations.NullMarked;
