@NullMarked
package dev.troupe.order.wiring;

import org.jspecify.annotations.NullMarked;
