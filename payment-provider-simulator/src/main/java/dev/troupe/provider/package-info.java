/** A payment provider in a process of its own, with its own ledger: the outside witness that nobody was charged twice. */
@NullMarked
package dev.troupe.provider;

import org.jspecify.annotations.NullMarked;
