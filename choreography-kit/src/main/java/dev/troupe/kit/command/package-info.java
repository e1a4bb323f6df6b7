/** How commands enter a service from outside. */
@NullMarked
package dev.troupe.kit.command;

import org.jspecify.annotations.NullMarked;
