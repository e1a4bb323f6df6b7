package dev.troupe.stories.architecture.planted;

import dev.troupe.events.OrderEvent.OrderPlaced;
import dev.troupe.kit.reaction.Expectation;
import dev.troupe.kit.reaction.FactContext;
import dev.troupe.kit.reaction.Reaction;
import dev.troupe.kit.reaction.Then;
import java.sql.DriverManager;

/** A reaction that does not say what it does, and does more than translate. */
class CallsTheDatabase implements Reaction<OrderPlaced> {

    @Override
    public Then on(OrderPlaced fact, FactContext context) {
        DriverManager.getDrivers();
        return Then.nothing();
    }

    @Override
    public Expectation expects() {
        return Expectation.NOTHING;
    }
}
