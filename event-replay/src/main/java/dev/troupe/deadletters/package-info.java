/** {@code ./troupe deadletters}: what could not be handled, and what can be done about it. */
@NullMarked
package dev.troupe.deadletters;

import org.jspecify.annotations.NullMarked;
