/** Looking at how an aggregate was at any time, from its events and nothing else. */
@NullMarked
package dev.troupe.kit.state;

import org.jspecify.annotations.NullMarked;
