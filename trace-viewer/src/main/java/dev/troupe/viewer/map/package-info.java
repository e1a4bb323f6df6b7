/** The choreography as it is declared, with what was observed laid over it. */
@NullMarked
package dev.troupe.viewer.map;

import org.jspecify.annotations.NullMarked;
