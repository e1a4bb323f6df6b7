/** Planted violations of the rules, each of which has to be caught. */
@NullMarked
package dev.troupe.events.planted;

import org.jspecify.annotations.NullMarked;
