/** Whether the store keeps its order when writers and readers behave badly. */
@NullMarked
package dev.troupe.bench.order;

import org.jspecify.annotations.NullMarked;
