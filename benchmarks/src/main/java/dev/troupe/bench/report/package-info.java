/** What was measured, for people and for programs. */
@NullMarked
package dev.troupe.bench.report;

import org.jspecify.annotations.NullMarked;
