/** What an order is and what is decided about it. */
@NullMarked
package dev.troupe.order.domain;

import org.jspecify.annotations.NullMarked;
