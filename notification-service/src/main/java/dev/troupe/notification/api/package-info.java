/** Notifications over HTTP. */
@NullMarked
package dev.troupe.notification.api;

import org.jspecify.annotations.NullMarked;
