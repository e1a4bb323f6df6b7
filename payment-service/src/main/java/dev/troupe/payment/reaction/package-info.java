/** What payments do about facts, one class per fact and answer. */
@NullMarked
package dev.troupe.payment.reaction;

import org.jspecify.annotations.NullMarked;
