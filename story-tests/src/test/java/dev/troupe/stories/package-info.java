/** The stories of the choreography, each across real processes: what is placed, and what must come of it. */
@NullMarked
package dev.troupe.stories;

import org.jspecify.annotations.NullMarked;
