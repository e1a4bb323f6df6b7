package dev.troupe.provider.http;

import java.io.IOException;

/** Answers one kind of request. */
@FunctionalInterface
interface Handler {

    Answer handle(Request request) throws IOException;
}
