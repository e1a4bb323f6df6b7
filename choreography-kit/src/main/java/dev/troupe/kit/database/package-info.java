/** The database of a service: roles, schemas, pools and migrations. */
@NullMarked
package dev.troupe.kit.database;

import org.jspecify.annotations.NullMarked;
