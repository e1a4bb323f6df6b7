package dev.troupe.provider.http;

import dev.troupe.provider.ledger.Ledger;
import java.util.List;

/** Tells whether the provider can keep its promises; ordered faults are no illness. */
final class HealthEndpoint {

    private record Health(String status, long ledgerEntries) {}

    private final Ledger ledger;

    HealthEndpoint(Ledger ledger) {
        this.ledger = ledger;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/health", this::health));
    }

    private Answer health(Request request) {
        ledger.requireAvailable();
        return Answer.json(200, new Health("UP", ledger.entries()));
    }
}
