/** Turns facts of older revisions into those of today, as they are read; what is stored is never changed. */
@NullMarked
package dev.troupe.events.upcast;

import org.jspecify.annotations.NullMarked;
