/** The provider's HTTP interface. */
@NullMarked
package dev.troupe.provider.http;

import org.jspecify.annotations.NullMarked;
