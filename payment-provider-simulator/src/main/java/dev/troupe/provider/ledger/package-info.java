/** The append-only ledger: the single source of truth about whose money was held, collected or returned. */
@NullMarked
package dev.troupe.provider.ledger;

import org.jspecify.annotations.NullMarked;
