package dev.troupe.provider.http;

import dev.troupe.provider.authorization.Authorization;
import dev.troupe.provider.authorization.Authorizations;
import dev.troupe.provider.authorization.ChargeRequest;
import dev.troupe.provider.json.InvalidInput;
import dev.troupe.provider.json.JsonFields;
import java.util.Currency;
import java.util.List;

/** Everything about money. */
final class AuthorizationEndpoints {

    private static final int LONGEST_REFERENCE = 200;

    private final Authorizations authorizations;
    private final MishapMaker mishaps;

    AuthorizationEndpoints(Authorizations authorizations, MishapMaker mishaps) {
        this.authorizations = authorizations;
        this.mishaps = mishaps;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/authorizations/{key}", this::get),
                new Route("PUT", "/authorizations/{key}", mishaps.around(this::authorize)),
                new Route("POST", "/authorizations/{key}/capture", mishaps.around(this::capture)),
                new Route("POST", "/authorizations/{key}/void", mishaps.around(this::cancel)),
                new Route("POST", "/authorizations/{key}/close", mishaps.around(this::close)),
                new Route("PUT", "/authorizations/{key}/refunds/{refundKey}", mishaps.around(this::refund)));
    }

    private Answer get(Request request) {
        return ok(authorizations.get(request.key("key")));
    }

    private Answer authorize(Request request) {
        return answer(authorizations.authorize(request.key("key"), chargeRequest(request.body())));
    }

    private Answer capture(Request request) {
        return ok(authorizations.capture(request.key("key")));
    }

    private Answer cancel(Request request) {
        return ok(authorizations.cancel(request.key("key")));
    }

    private Answer close(Request request) {
        return ok(authorizations.close(request.key("key")));
    }

    private Answer refund(Request request) {
        JsonFields fields = JsonFields.parse(request.body());
        long amountMinor = fields.wholeNumber("amountMinor", 1, Long.MAX_VALUE);
        fields.nothingElse();
        return answer(authorizations.refund(request.key("key"), request.key("refundKey"), amountMinor));
    }

    private static ChargeRequest chargeRequest(byte[] body) {
        JsonFields fields = JsonFields.parse(body);
        ChargeRequest request = new ChargeRequest(
                fields.wholeNumber("amountMinor", 0, Long.MAX_VALUE),
                currency(fields.text("currency", 3)),
                fields.text("reference", LONGEST_REFERENCE));
        fields.nothingElse();
        return request;
    }

    private static String currency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(
                    "invalid-request", "field 'currency' must be an ISO 4217 code such as GBP, not " + code);
        }
    }

    private static Answer answer(Authorizations.Outcome outcome) {
        return Answer.json(outcome.isNew() ? 201 : 200, AuthorizationAnswer.of(outcome.authorization()));
    }

    private static Answer ok(Authorization authorization) {
        return Answer.json(200, AuthorizationAnswer.of(authorization));
    }
}
