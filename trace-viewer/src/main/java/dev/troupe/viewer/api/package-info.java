/** The JSON interface and the pages. */
@NullMarked
package dev.troupe.viewer.api;

import org.jspecify.annotations.NullMarked;
