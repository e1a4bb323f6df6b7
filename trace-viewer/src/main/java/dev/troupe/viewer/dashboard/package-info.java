/** How the system as a whole is doing. */
@NullMarked
package dev.troupe.viewer.dashboard;

import org.jspecify.annotations.NullMarked;
