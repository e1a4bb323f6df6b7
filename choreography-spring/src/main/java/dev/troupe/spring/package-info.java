/** The kit as a Spring Boot auto-configuration: a service contributes a choreography and controllers, this contributes the rest. */
@NullMarked
package dev.troupe.spring;

import org.jspecify.annotations.NullMarked;
