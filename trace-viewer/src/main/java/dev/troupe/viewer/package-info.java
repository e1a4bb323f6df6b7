/** Shows every flow, and why one is stuck. */
@NullMarked
package dev.troupe.viewer;

import org.jspecify.annotations.NullMarked;
