/** Work that is done later or outside: jobs and deadlines, kept in PostgreSQL and committed with the facts that ask for them. */
@NullMarked
package dev.troupe.kit.job;

import org.jspecify.annotations.NullMarked;
