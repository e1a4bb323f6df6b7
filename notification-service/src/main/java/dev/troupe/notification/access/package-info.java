/** Lets nobody do what their token does not allow, and records what operators do. */
@NullMarked
package dev.troupe.notification.access;

import org.jspecify.annotations.NullMarked;
