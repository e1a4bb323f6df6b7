package dev.troupe.demo.orders.file;

/**
 * A row that could not become part of an order, kept with everything needed to mend it.
 *
 * @param file the file's name, without its folder
 * @param row counted from 1 after the header
 * @param detail the reason in words for the person who mends it
 * @param raw the row as it stands in the file
 */
public record QuarantinedRow(String file, int row, QuarantineReason reason, String detail, String raw) {}
