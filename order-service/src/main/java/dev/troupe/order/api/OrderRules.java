package dev.troupe.order.api;

import dev.troupe.order.api.PlaceOrderRequest.Line;
import dev.troupe.spring.problem.InvalidRequestException;
import dev.troupe.spring.problem.Mistake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** What makes a request an order beyond the form of its fields. */
final class OrderRules {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Duration CLOCK_DIFFERENCE = Duration.ofDays(1);

    private OrderRules() {}

    static void check(PlaceOrderRequest request, Instant now) {
        List<Mistake> mistakes = new ArrayList<>();
        if (Stream.of(Currency.getAvailableCurrencies())
                .flatMap(java.util.Set::stream)
                .noneMatch(known -> known.getCurrencyCode().equals(request.currency()))) {
            mistakes.add(Mistake.at("/currency", "is not a currency of ISO 4217"));
        }
        if (request.orderedAt() != null
                && (request.orderedAt().isBefore(EARLIEST)
                        || request.orderedAt().isAfter(now.plus(CLOCK_DIFFERENCE)))) {
            mistakes.add(Mistake.at("/orderedAt", "must lie between the year 1900 and now"));
        }
        checkTotal(request.lines(), mistakes);
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException(mistakes);
        }
    }

    private static void checkTotal(List<Line> lines, List<Mistake> mistakes) {
        try {
            if (lines.stream()
                            .mapToLong(line -> line.toOrderLine().totalMinor())
                            .reduce(0, Math::addExact)
                    == 0) {
                mistakes.add(Mistake.at("/lines", "must cost something altogether"));
            }
        } catch (ArithmeticException e) {
            mistakes.add(Mistake.at("/lines", "cost more altogether than can be counted"));
        }
    }
}
