package dev.troupe.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactCatalogueTest {

    sealed interface Twice {
        @Fact(name = "planted.twice")
        record One() implements Twice {}

        @Fact(name = "planted.twice")
        record Other() implements Twice {}
    }

    @Fact(name = "Planted.Loudly")
    record Loud() {}

    @Fact(name = "planted.late", revision = 2)
    record WithoutUpcaster() {}

    @Fact(name = "planted.more")
    record More() {}

    @Test
    void everyFactIsFoundByTheNameItIsStoredUnder() {
        FactCatalogue catalogue = FactCatalogue.troupe();
        assertThat(catalogue.typeOf("order.placed")).contains(OrderEvent.OrderPlaced.class);
        assertThat(catalogue.types()).allSatisfy(type -> assertThat(catalogue.typeOf(FactCatalogue.nameOf(type)))
                .contains(type));
    }

    /** A slip in a name stays for ever, so every new name is looked at twice: once in its fact and once here. */
    @Test
    void theLastWordsOfNamesAreInThePastTense() {
        assertThat(FactCatalogue.troupe().types())
                .extracting(FactCatalogue::nameOf)
                .extracting(name -> name.replaceFirst(".*[.-]", ""))
                .allMatch(word -> word.endsWith("ed") || List.of("sent").contains(word));
    }

    @Test
    void aFactBelongsToTheServiceItsVocabularyIsNamedAfter() {
        assertThat(FactCatalogue.ownerOf(InventoryEvent.StockReserved.class)).isEqualTo("inventory");
        assertThat(FactCatalogue.troupe().ownedBy("notification")).hasSize(3);
    }

    @Test
    void aServiceMayBringFactsOfItsOwn() {
        assertThat(FactCatalogue.troupe().with(List.of(More.class)).typeOf("planted.more"))
                .contains(More.class);
        assertThat(FactCatalogue.troupe().typeOf("planted.more")).isEmpty();
    }

    @Test
    void twoFactsOfOneNameAreRefused() {
        assertRefused(Twice.class, "planted.twice");
    }

    @Test
    void aNameThatBreaksThePatternIsRefused() {
        assertRefused(Loud.class, "names are for ever", "such as order.placed");
    }

    @Test
    void aRevisionWithoutAnUpcasterIsRefused() {
        assertRefused(WithoutUpcaster.class, "planted.late", "needs 1 upcasters");
    }

    private static void assertRefused(Class<?> vocabulary, String... words) {
        assertThatThrownBy(() -> new FactCatalogue(vocabulary))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words);
    }
}
