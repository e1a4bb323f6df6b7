@NullMarked
package dev.troupe.events.upcast;

import org.jspecify.annotations.NullMarked;
