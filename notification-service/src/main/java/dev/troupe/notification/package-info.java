/** The service that tells customers by mail what has become of their orders. */
@NullMarked
package dev.troupe.notification;

import org.jspecify.annotations.NullMarked;
