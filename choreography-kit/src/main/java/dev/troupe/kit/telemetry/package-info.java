/** Traces that follow a flow through all services. */
@NullMarked
package dev.troupe.kit.telemetry;

import org.jspecify.annotations.NullMarked;
