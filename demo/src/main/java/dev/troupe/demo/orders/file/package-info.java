/**
 * Reads real orders from files in the format of the UCI <em>Online Retail</em> data set. Every row of a file ends in exactly one order or
 * in the quarantine with a reason; none is dropped and none stops the others.
 */
@NullMarked
package dev.troupe.demo.orders.file;

import org.jspecify.annotations.NullMarked;
