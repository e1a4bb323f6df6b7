/** What mails say: one template per kind, in plain text and in HTML. */
@NullMarked
package dev.troupe.notification.template;

import org.jspecify.annotations.NullMarked;
