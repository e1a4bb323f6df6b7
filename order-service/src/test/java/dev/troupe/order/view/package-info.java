@NullMarked
package dev.troupe.order.view;

import org.jspecify.annotations.NullMarked;
