/** Everything that goes wrong with a request becomes an RFC 9457 problem that a person understands. */
@NullMarked
package dev.troupe.spring.problem;

import org.jspecify.annotations.NullMarked;
