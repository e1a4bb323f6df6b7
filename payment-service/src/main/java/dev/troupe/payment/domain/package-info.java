/** What a payment is and what is decided about it. */
@NullMarked
package dev.troupe.payment.domain;

import org.jspecify.annotations.NullMarked;
