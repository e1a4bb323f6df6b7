/** The payment provider as this service sees it: idempotent by key, sometimes slow, sometimes away. */
@NullMarked
package dev.troupe.payment.provider;

import org.jspecify.annotations.NullMarked;
