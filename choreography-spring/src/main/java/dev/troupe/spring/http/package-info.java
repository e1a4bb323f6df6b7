/** What every request of every service goes through. */
@NullMarked
package dev.troupe.spring.http;

import org.jspecify.annotations.NullMarked;
