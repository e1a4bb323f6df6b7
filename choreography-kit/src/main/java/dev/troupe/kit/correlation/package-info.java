/** What ties the events of one flow together: which flow an event belongs to, and which event caused it. */
@NullMarked
package dev.troupe.kit.correlation;

import org.jspecify.annotations.NullMarked;
