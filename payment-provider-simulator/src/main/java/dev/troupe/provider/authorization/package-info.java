/** What may happen to the money under one key, and what may not. */
@NullMarked
package dev.troupe.provider.authorization;

import org.jspecify.annotations.NullMarked;
