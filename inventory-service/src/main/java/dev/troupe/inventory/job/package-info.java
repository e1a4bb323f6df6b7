/** What comes due later. */
@NullMarked
package dev.troupe.inventory.job;

import org.jspecify.annotations.NullMarked;
