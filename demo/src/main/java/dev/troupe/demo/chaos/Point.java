package dev.troupe.demo.chaos;

import java.util.List;

/** A moment in the work of services at which to strike; {@code chaos-agent} knows where in the code it is. */
enum Point {
    BEFORE_APPEND("about to append", Victim.SERVICES),
    AFTER_APPEND("done appending", Victim.SERVICES),
    BEFORE_TOKEN("about to move a token", Victim.SERVICES),
    AFTER_TOKEN("done moving a token, not committed", Victim.SERVICES),
    BEFORE_COMMIT("about to commit", Victim.SERVICES),
    AFTER_COMMIT("done committing", Victim.SERVICES),
    BEFORE_PAYMENT_CALL("about to call the provider", List.of(Victim.PAYMENT)),
    AFTER_PAYMENT_CALL("answered by the provider", List.of(Victim.PAYMENT)),
    BEFORE_MAIL("about to hand over a mail", List.of(Victim.NOTIFICATION)),
    AFTER_MAIL("done handing over a mail", List.of(Victim.NOTIFICATION)),
    BEFORE_REPLY("about to handle a request", List.of(Victim.ORDER)),
    AFTER_REPLY("about to answer a request", List.of(Victim.ORDER));

    private final String words;
    private final List<Victim> services;

    Point(String words, List<Victim> services) {
        this.words = words;
        this.services = services;
    }

    String inWords() {
        return words;
    }

    /** Whose threads get there. */
    List<Victim> services() {
        return services;
    }

    boolean isAtProvider() {
        return this == BEFORE_PAYMENT_CALL || this == AFTER_PAYMENT_CALL;
    }
}
