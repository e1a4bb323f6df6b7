/** How one service answers another's facts: a translation into commands of its own, and a promise of what will follow. */
@NullMarked
package dev.troupe.kit.reaction;

import org.jspecify.annotations.NullMarked;
