/**
 * The oracle: what really happened, folded from the event log, the provider's ledger and the mailbox, without asking any service.
 */
@NullMarked
package dev.troupe.demo.audit;

import org.jspecify.annotations.NullMarked;
