/** What operators may look at and change in a service, over HTTP; the kit does it, this only translates. */
@NullMarked
package dev.troupe.spring.operator;

import org.jspecify.annotations.NullMarked;
