/** What a service tells about itself in numbers; {@code docs/reference/metrics.md} says what each means. */
@NullMarked
package dev.troupe.kit.metrics;

import org.jspecify.annotations.NullMarked;
