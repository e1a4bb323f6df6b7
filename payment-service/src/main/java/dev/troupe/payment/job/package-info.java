/** Work at the payment provider: asked for by a fact, done outside any transaction, recorded by a command. */
@NullMarked
package dev.troupe.payment.job;

import org.jspecify.annotations.NullMarked;
