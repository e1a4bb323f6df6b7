@NullMarked
package dev.troupe.viewer.index;

import org.jspecify.annotations.NullMarked;
