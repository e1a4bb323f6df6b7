/** Decides about money: what is asked for, held, collected, let go of and returned. */
@NullMarked
package dev.troupe.payment;

import org.jspecify.annotations.NullMarked;
