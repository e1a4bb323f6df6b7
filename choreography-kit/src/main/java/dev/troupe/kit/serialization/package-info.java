/** How facts are stored: as JSON, under registered names. */
@NullMarked
package dev.troupe.kit.serialization;

import org.jspecify.annotations.NullMarked;
