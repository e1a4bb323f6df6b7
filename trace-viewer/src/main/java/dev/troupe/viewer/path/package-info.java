/** The different ways that orders took. */
@NullMarked
package dev.troupe.viewer.path;

import org.jspecify.annotations.NullMarked;
