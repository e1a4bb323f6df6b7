/** How facts reach reactions and projections: in order, in batches, each batch one transaction with its token. */
@NullMarked
package dev.troupe.kit.processor;

import org.jspecify.annotations.NullMarked;
