/** Rebuilding projections from the command line and for the trace viewer: both use the same client, and mean the same by each verb. */
@NullMarked
package dev.troupe.replay;

import org.jspecify.annotations.NullMarked;
