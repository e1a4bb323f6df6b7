/** What docker-compose.yml and Kubernetes need done once, before services start. */
@NullMarked
package dev.troupe.demo.container;

import org.jspecify.annotations.NullMarked;
