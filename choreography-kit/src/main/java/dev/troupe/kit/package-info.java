/** The definition of a service's part in the choreography, and the running service made from it. */
@NullMarked
package dev.troupe.kit;

import org.jspecify.annotations.NullMarked;
