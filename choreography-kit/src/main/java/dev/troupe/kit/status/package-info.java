/** What a service says of itself in the one place where everybody looks. */
@NullMarked
package dev.troupe.kit.status;

import org.jspecify.annotations.NullMarked;
