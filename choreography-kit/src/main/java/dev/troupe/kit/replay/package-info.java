/** Rebuilding a projection without fear: beside the live one, at its own pace, compared, swapped in one transaction, and taken back. */
@NullMarked
package dev.troupe.kit.replay;

import org.jspecify.annotations.NullMarked;
