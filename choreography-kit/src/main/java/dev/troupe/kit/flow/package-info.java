/** How a flow stands: what happened in it, what must still happen, and who owes it. Read from events and declarations alone. */
@NullMarked
package dev.troupe.kit.flow;

import org.jspecify.annotations.NullMarked;
