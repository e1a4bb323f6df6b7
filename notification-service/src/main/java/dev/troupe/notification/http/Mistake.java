package dev.troupe.notification.http;

/**
 * One mistake in a request; never repeats the value.
 *
 * @param parameter the name of the path or query parameter
 * @param detail what is wrong with it
 */
public record Mistake(String parameter, String detail) {}
