/** Looking at aggregates as they were, from the command line. */
@NullMarked
package dev.troupe.state;

import org.jspecify.annotations.NullMarked;
