/** What the services say of themselves: what they declare, how their processors are, and what waits in their tables. */
@NullMarked
package dev.troupe.viewer.status;

import org.jspecify.annotations.NullMarked;
