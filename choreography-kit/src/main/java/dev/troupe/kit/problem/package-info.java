/** Refusals that a client can understand and rely on. */
@NullMarked
package dev.troupe.kit.problem;

import org.jspecify.annotations.NullMarked;
