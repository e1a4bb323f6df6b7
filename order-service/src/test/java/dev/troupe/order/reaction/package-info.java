@NullMarked
package dev.troupe.order.reaction;

import org.jspecify.annotations.NullMarked;
