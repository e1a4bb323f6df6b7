/** Disturbs a whole system while orders are played, by a schedule that a seed decides, and has an oracle judge what came of it. */
@NullMarked
package dev.troupe.demo.chaos;

import org.jspecify.annotations.NullMarked;
