/** What a service's own code does, read from its bytecode, so that documents and checks say what is so and not what was intended. */
@NullMarked
package dev.troupe.kit.code;

import org.jspecify.annotations.NullMarked;
