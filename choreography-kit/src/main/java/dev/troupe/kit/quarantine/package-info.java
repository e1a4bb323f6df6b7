/** The door to the log: input is held against the schemas, and what does not fit is kept until somebody has looked at it. */
@NullMarked
package dev.troupe.kit.quarantine;

import org.jspecify.annotations.NullMarked;
