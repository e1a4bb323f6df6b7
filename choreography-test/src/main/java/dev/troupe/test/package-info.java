/** What the tests of a service stand on: a real PostgreSQL, prepared as in production. */
@NullMarked
package dev.troupe.test;

import org.jspecify.annotations.NullMarked;
