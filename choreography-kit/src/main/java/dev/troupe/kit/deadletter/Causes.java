package dev.troupe.kit.deadletter;

import org.jspecify.annotations.Nullable;

/** What is kept of a failure: the kind and the words of what lies at the bottom of it. */
final class Causes {

    private Causes() {}

    static String typeOf(Throwable failure) {
        return rootOf(failure).getClass().getName();
    }

    static @Nullable String messageOf(Throwable failure) {
        String message = rootOf(failure).getMessage();
        // PostgreSQL stores no NUL, and a letter that cannot be stored would stop its segment.
        return message == null ? null : message.replace('\u0000', '\ufffd');
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
