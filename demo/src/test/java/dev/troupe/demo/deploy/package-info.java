/** Checks of what is deployed and is no Java. */
@NullMarked
package dev.troupe.demo.deploy;

import org.jspecify.annotations.NullMarked;
