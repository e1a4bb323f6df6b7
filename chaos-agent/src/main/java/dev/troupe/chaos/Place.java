package dev.troupe.chaos;

/** Where in the code of services threads can be stopped. Names, so that this module needs none of theirs; a test finds each. */
enum Place {
    APPEND("dev.troupe.eventstore.postgres.SureCommit", "write"),
    APPEND_TO_AXON_SERVER("APPEND", "dev.troupe.kit.axonserver.AxonServer", "append"),
    TOKEN("dev.troupe.kit.processor.Claims", "move"),
    COMMIT("dev.troupe.eventstore.postgres.ThreadTransaction", "commit"),
    PAYMENT_CALL("dev.troupe.payment.provider.ProviderHttp", "exchange"),
    MAIL("dev.troupe.notification.mail.SmtpMailer", "send"),
    REPLY("dev.troupe.spring.http.Accepting", "accept");

    private final String point;
    private final String type;
    private final String method;

    Place(String type, String method) {
        this.point = name();
        this.type = type;
        this.method = method;
    }

    Place(String point, String type, String method) {
        this.point = point;
        this.type = type;
        this.method = method;
    }

    /** What the harness calls it; the same of two places if a service comes to either. */
    String point() {
        return point;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }
}
