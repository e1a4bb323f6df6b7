@NullMarked
package dev.troupe.order.domain;

import org.jspecify.annotations.NullMarked;
