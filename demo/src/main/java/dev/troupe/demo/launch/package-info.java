/** The commands of ./troupe and what they start. */
@NullMarked
package dev.troupe.demo.launch;

import org.jspecify.annotations.NullMarked;
