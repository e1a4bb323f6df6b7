package dev.troupe.demo.audit;

import dev.troupe.demo.audit.StockBook.Pieces;
import java.util.ArrayList;
import java.util.List;

/** What must be true of goods. */
final class StockChecks {

    private StockChecks() {}

    /** What came is either shipped or on the shelves, as inventory-service knows them. */
    static List<String> notConserved(Evidence evidence) {
        Summary.Stock facts = evidence.audit().stock().totals();
        long onHand = evidence.views().stock().values().stream()
                .mapToLong(Pieces::onHand)
                .sum();
        return facts.received() + facts.adjusted() == onHand + facts.shipped()
                ? List.of()
                : List.of("received %d + adjusted %d is not on hand %d + shipped %d"
                        .formatted(facts.received(), facts.adjusted(), onHand, facts.shipped()));
    }

    /** At no moment was more reserved than there was, nor is it now. */
    static List<String> oversold(Evidence evidence) {
        List<String> broken = new ArrayList<>();
        evidence.audit().stock().oversold().forEach(sku -> broken.add(sku + " was oversold, by the facts"));
        evidence.views().stock().forEach((sku, pieces) -> {
            if (pieces.reserved() < 0 || pieces.reserved() > pieces.onHand()) {
                broken.add("%s is oversold: %s".formatted(sku, pieces));
            }
        });
        return broken;
    }
}
