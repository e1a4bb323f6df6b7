/** What the warehouse does about facts, one class per fact and answer. */
@NullMarked
package dev.troupe.inventory.reaction;

import org.jspecify.annotations.NullMarked;
