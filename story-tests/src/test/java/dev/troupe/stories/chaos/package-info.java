/** The promises under disturbance. */
@NullMarked
package dev.troupe.stories.chaos;

import org.jspecify.annotations.NullMarked;
