package dev.troupe.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FactCatalogueTest {

    sealed interface Planted {
        @Fact(name = "planted.twice")
        record One() implements Planted {}

        @Fact(name = "planted.twice")
        record Other() implements Planted {}
    }

    @Test
    void everyFactIsFoundByTheNameItIsStoredUnder() {
        FactCatalogue catalogue = FactCatalogue.troupe();
        assertThat(catalogue.typeOf("order.placed")).contains(OrderEvent.OrderPlaced.class);
        assertThat(catalogue.types()).allSatisfy(type -> assertThat(catalogue.typeOf(FactCatalogue.nameOf(type)))
                .contains(type));
    }

    @Test
    void namesFollowThePattern() {
        assertThat(FactCatalogue.troupe().types())
                .extracting(FactCatalogue::nameOf)
                .allMatch(name -> name.matches("[a-z]+\\.[a-z]+(-[a-z]+)*"));
    }

    @Test
    void twoFactsOfOneNameAreRefused() {
        assertThatThrownBy(() -> new FactCatalogue(Planted.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("planted.twice");
    }
}
