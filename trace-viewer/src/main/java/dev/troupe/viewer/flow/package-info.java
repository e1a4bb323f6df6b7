/** One flow from end to end: its events, what each led to, and what is still to come. */
@NullMarked
package dev.troupe.viewer.flow;

import org.jspecify.annotations.NullMarked;
