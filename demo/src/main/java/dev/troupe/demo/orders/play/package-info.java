/** Plays orders against order-service over HTTP, as patiently and as honestly as a well-behaved shop would. */
@NullMarked
package dev.troupe.demo.orders.play;

import org.jspecify.annotations.NullMarked;
