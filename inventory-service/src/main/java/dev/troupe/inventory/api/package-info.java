/** Stock over HTTP. */
@NullMarked
package dev.troupe.inventory.api;

import org.jspecify.annotations.NullMarked;
