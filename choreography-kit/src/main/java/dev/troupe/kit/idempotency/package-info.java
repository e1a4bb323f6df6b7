/** Requests that may be sent again without doing anything twice. */
@NullMarked
package dev.troupe.kit.idempotency;

import org.jspecify.annotations.NullMarked;
