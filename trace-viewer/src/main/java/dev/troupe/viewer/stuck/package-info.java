/** Who owes which fact, and why it has not come. */
@NullMarked
package dev.troupe.viewer.stuck;

import org.jspecify.annotations.NullMarked;
