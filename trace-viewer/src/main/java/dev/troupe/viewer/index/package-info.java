/** What the viewer keeps of every flow to find it again; made from the event log alone, and made anew whenever it has to be. */
@NullMarked
package dev.troupe.viewer.index;

import org.jspecify.annotations.NullMarked;
