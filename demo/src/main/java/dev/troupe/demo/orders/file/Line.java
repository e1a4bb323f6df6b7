package dev.troupe.demo.orders.file;

/**
 * One line of a text file.
 *
 * @param ending what ended it: a line feed, a carriage return, both, or nothing at the end of the file
 */
record Line(String text, String ending) {}
