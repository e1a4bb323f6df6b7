/** What a notification is: one mail about one fact, requested once and then sent or given up. */
@NullMarked
package dev.troupe.notification.domain;

import org.jspecify.annotations.NullMarked;
