/** What notifications do about facts, one class per fact and answer. */
@NullMarked
package dev.troupe.notification.reaction;

import org.jspecify.annotations.NullMarked;
