/** How strictly the JSON of requests is read, and what is said about mistakes in it. */
@NullMarked
package dev.troupe.spring.json;

import org.jspecify.annotations.NullMarked;
