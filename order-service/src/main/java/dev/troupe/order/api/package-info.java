/** Orders over HTTP. */
@NullMarked
package dev.troupe.order.api;

import org.jspecify.annotations.NullMarked;
