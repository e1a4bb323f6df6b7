@NullMarked
package dev.troupe.order;

import org.jspecify.annotations.NullMarked;
