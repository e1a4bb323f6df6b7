/** How things are measured: in turns, with medians, and with the CPU time of client and server. */
@NullMarked
package dev.troupe.bench.measure;

import org.jspecify.annotations.NullMarked;
