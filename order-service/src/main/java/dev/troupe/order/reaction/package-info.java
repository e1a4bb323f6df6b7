/** What orders do about facts, one class per fact and answer. */
@NullMarked
package dev.troupe.order.reaction;

import org.jspecify.annotations.NullMarked;
