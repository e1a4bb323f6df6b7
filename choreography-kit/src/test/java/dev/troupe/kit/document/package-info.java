@NullMarked
package dev.troupe.kit.document;

import org.jspecify.annotations.NullMarked;
