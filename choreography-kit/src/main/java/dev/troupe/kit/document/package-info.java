/** The choreography as a document: put together from what all services declare, checked, and written for people and programs. */
@NullMarked
package dev.troupe.kit.document;

import org.jspecify.annotations.NullMarked;
