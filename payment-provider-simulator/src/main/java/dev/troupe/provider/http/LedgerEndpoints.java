package dev.troupe.provider.http;

import dev.troupe.provider.ledger.Ledger;
import java.io.IOException;
import java.util.List;

/** Lets anybody look into the ledger. */
final class LedgerEndpoints {

    private final Ledger ledger;

    LedgerEndpoints(Ledger ledger) {
        this.ledger = ledger;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/ledger", this::entries), new Route("GET", "/ledger/summary", this::summary));
    }

    private Answer entries(Request request) throws IOException {
        return Answer.stream("application/x-ndjson", ledger.lines());
    }

    private Answer summary(Request request) {
        return Answer.json(200, ledger.summary());
    }
}
