/**
 * The contract between the services: the facts they emit and the values inside those facts. Commands are private to their service and
 * never stand here, so no service can be commanded by another.
 */
@NullMarked
package dev.troupe.events;

import org.jspecify.annotations.NullMarked;
