/** What a warehouse holds and what is decided about it. */
@NullMarked
package dev.troupe.inventory.domain;

import org.jspecify.annotations.NullMarked;
