package dev.troupe.chaos;

/** Where in the code of services threads can be stopped. Names, so that this module needs none of theirs; a test finds each. */
enum Place {
    APPEND("dev.troupe.eventstore.postgres.SureCommit", "write"),
    TOKEN("dev.troupe.kit.processor.Claims", "move"),
    COMMIT("dev.troupe.eventstore.postgres.ThreadTransaction", "commit"),
    PAYMENT_CALL("dev.troupe.payment.provider.ProviderHttp", "exchange"),
    MAIL("dev.troupe.notification.mail.SmtpMailer", "send"),
    REPLY("dev.troupe.spring.http.Accepting", "accept");

    private final String type;
    private final String method;

    Place(String type, String method) {
        this.type = type;
        this.method = method;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }
}
