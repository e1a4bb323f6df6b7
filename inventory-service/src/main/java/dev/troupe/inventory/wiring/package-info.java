/** The table of contents of the service. */
@NullMarked
package dev.troupe.inventory.wiring;

import org.jspecify.annotations.NullMarked;
