/** What every request of the service goes through: traces, headers, and problems when something is wrong. */
@NullMarked
package dev.troupe.notification.http;

import org.jspecify.annotations.NullMarked;
