/** What an event did to the aggregate that published it: asked of the service that owns it, as an operator would. */
@NullMarked
package dev.troupe.viewer.state;

import org.jspecify.annotations.NullMarked;
