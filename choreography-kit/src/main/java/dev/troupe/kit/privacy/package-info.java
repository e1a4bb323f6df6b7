/** Personal values, sealed with a key per customer. */
@NullMarked
package dev.troupe.kit.privacy;

import org.jspecify.annotations.NullMarked;
