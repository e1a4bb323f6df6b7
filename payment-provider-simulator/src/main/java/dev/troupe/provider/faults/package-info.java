/** The faults that a test or a demo can order: declines by rule, and the ways in which a network fails. */
@NullMarked
package dev.troupe.provider.faults;

import org.jspecify.annotations.NullMarked;
