/** A real SMTP server that counts what it receives. */
@NullMarked
package dev.troupe.demo.mail;

import org.jspecify.annotations.NullMarked;
