/** Strict reading of JSON that strangers send: every mistake gets a sentence that names the field. */
@NullMarked
package dev.troupe.provider.json;

import org.jspecify.annotations.NullMarked;
