/** Works inside a service that is to be disturbed; the launcher puts it there for {@code ./troupe chaos} and nothing else does. */
@NullMarked
package dev.troupe.chaos;

import org.jspecify.annotations.NullMarked;
