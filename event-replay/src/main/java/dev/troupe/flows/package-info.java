/** The command line's view of flows: what the trace viewer knows of them, for a shell. */
@NullMarked
package dev.troupe.flows;

import org.jspecify.annotations.NullMarked;
