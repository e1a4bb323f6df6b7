@NullMarked
package dev.troupe.kit.serialization;

import org.jspecify.annotations.NullMarked;
