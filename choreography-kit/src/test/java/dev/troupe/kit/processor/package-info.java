@org.jspecify.annotations.NullMarked
package dev.troupe.kit.processor;
