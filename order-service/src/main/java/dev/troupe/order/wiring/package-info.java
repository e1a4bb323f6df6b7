/** The table of contents of the service. */
@NullMarked
package dev.troupe.order.wiring;

import org.jspecify.annotations.NullMarked;
