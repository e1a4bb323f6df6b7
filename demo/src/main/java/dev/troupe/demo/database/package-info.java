/** A real PostgreSQL that needs no installation and whose data survive. */
@NullMarked
package dev.troupe.demo.database;

import org.jspecify.annotations.NullMarked;
