/** The work that needs the mail server. */
@NullMarked
package dev.troupe.notification.job;

import org.jspecify.annotations.NullMarked;
