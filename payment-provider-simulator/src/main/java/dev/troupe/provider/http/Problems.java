package dev.troupe.provider.http;

import dev.troupe.provider.authorization.Refusal;
import dev.troupe.provider.json.InvalidInput;
import dev.troupe.provider.ledger.LedgerUnavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;

/** Turns whatever ended a request early into a problem. */
final class Problems {

    private static final Logger LOG = System.getLogger(Problems.class.getName());

    private Problems() {}

    static Problem of(RuntimeException failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case InvalidInput invalid -> Problem.of(400, invalid.type(), sentence(invalid));
            case Refusal refusal -> Problem.of(status(refusal.rule()), kind(refusal.rule()), sentence(refusal));
            case LedgerUnavailable unavailable -> Problem.of(503, "ledger-unavailable", sentence(unavailable));
            default -> unexpected(failure);
        };
    }

    private static int status(Refusal.Rule rule) {
        return switch (rule) {
            case UNKNOWN_KEY -> 404;
            case KEY_REUSED -> 422;
            case KEY_CLOSED,
                    AUTHORIZATION_DECLINED,
                    AUTHORIZATION_VOIDED,
                    AUTHORIZATION_CAPTURED,
                    REFUND_EXCEEDS_CAPTURE -> 409;
        };
    }

    private static String kind(Refusal.Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String sentence(RuntimeException failure) {
        return String.valueOf(failure.getMessage());
    }

    private static Problem unexpected(RuntimeException failure) {
        LOG.log(Level.ERROR, "a request failed for a reason nobody thought of", failure);
        return Problem.of(500, "internal-error", "the provider failed; its log says why");
    }
}
