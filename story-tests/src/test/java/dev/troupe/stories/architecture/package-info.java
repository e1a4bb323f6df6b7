/** The rules of the choreography, checked against the code of all services; each rule is shown to catch a planted violation. */
@NullMarked
package dev.troupe.stories.architecture;

import org.jspecify.annotations.NullMarked;
