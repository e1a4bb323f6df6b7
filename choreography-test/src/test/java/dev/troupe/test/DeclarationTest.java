package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.kit.status.Declaration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclarationTest {

    private final Declaration declaration = Declaration.of(Shelf.choreography());

    @Test
    void theCommandsOfAnAggregateAndTheirFactsAreReadFromItsCode() {
        assertThat(declaration.aggregates()).singleElement().satisfies(box -> assertThat(box.commands())
                .isEqualTo(Map.of("Confirm", List.of("order.confirmed"), "Complete", List.of("order.completed"))));
    }

    @Test
    void theCommandsOfAReactionAreReadFromItsCodeItsJobsAndItsDeadlines() {
        assertThat(declaration.reactions())
                .allSatisfy(reaction -> assertThat(reaction.commands()).containsExactly("Complete"));
    }

    @Test
    void theFieldsThatAreReadAreFoundInReactionsAndProjections() {
        assertThat(declaration.reactions().getFirst().reads()).isEqualTo(Map.of("order.confirmed", List.of("orderId")));
        assertThat(declaration.projections()).singleElement().satisfies(box -> assertThat(box.reads())
                .isEqualTo(Map.of("order.confirmed", List.of("orderId"), "order.completed", List.of("orderId"))));
    }
}
