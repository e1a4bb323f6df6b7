/** Payments over HTTP. */
@NullMarked
package dev.troupe.payment.api;

import org.jspecify.annotations.NullMarked;
