@NullMarked
package dev.troupe.spring;

import org.jspecify.annotations.NullMarked;
