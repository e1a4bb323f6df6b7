/** Spans that services send: timing beside the events, never needed to know what happened. */
@NullMarked
package dev.troupe.viewer.span;

import org.jspecify.annotations.NullMarked;
