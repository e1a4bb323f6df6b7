/** The table of contents of the viewer. */
@NullMarked
package dev.troupe.viewer.wiring;

import org.jspecify.annotations.NullMarked;
