/** The table of contents of the service. */
@NullMarked
package dev.troupe.payment.wiring;

import org.jspecify.annotations.NullMarked;
