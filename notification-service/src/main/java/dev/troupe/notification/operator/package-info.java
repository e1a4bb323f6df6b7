/** What operators may look at and change in the service, over HTTP; the kit does it, this only translates. */
@NullMarked
package dev.troupe.notification.operator;

import org.jspecify.annotations.NullMarked;
