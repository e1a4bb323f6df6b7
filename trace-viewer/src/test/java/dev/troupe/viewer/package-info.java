@NullMarked
package dev.troupe.viewer;

import org.jspecify.annotations.NullMarked;
