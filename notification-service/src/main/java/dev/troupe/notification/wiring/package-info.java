/** The table of contents of the service. */
@NullMarked
package dev.troupe.notification.wiring;

import org.jspecify.annotations.NullMarked;
