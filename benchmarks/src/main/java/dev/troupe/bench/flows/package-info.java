/** How fast the whole system is. */
@NullMarked
package dev.troupe.bench.flows;

import org.jspecify.annotations.NullMarked;
