/** Mails and the mail server: what is sent, how, and what became of it. */
@NullMarked
package dev.troupe.notification.mail;

import org.jspecify.annotations.NullMarked;
