/** Looking at input that could not enter the log, and deciding about it, from the command line. */
@NullMarked
package dev.troupe.quarantine;

import org.jspecify.annotations.NullMarked;
