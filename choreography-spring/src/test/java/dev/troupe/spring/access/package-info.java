@NullMarked
package dev.troupe.spring.access;

import org.jspecify.annotations.NullMarked;
