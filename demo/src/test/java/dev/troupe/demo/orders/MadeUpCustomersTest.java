package dev.troupe.demo.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MadeUpCustomersTest {

    @Test
    void theSameCustomerIsTheSamePersonForEver() {
        Contact contact = MadeUpCustomers.contact(new CustomerId("17850"), "EIRE");

        assertThat(contact)
                .isEqualTo(new Contact("Edsger Knight", "customer-17850@example.com", "48 High Street, EIRE"));
    }

    @Test
    void aContactNamesNobodyInALogLine() {
        assertThat(MadeUpCustomers.contact(new CustomerId("17850"), "EIRE")).hasToString("Contact[...]");
    }

    @ParameterizedTest
    @CsvSource({"guest-536414,customer-guest-536414@example.com", "a.:_b..,customer-a---b--@example.com"})
    void everyCustomerHasAMailAddressThatMailServersAccept(String customer, String email) {
        assertThat(MadeUpCustomers.contact(new CustomerId(customer), "EIRE").email())
                .isEqualTo(email);
    }

    @Test
    void aLongIdMakesNoMailAddressThatIsTooLong() {
        assertThat(MadeUpCustomers.contact(new CustomerId("9".repeat(100)), "EIRE")
                        .email())
                .hasSize(64 + "@example.com".length());
    }

    @Test
    void oneCustomerInTenIsPremiumAndNoGuestIs() {
        assertThat(IntStream.range(10_000, 20_000).filter(i -> premium(String.valueOf(i))))
                .hasSizeBetween(900, 1_100);
        assertThat(IntStream.range(10_000, 20_000).filter(i -> premium("guest-" + i)))
                .isEmpty();
    }

    private static boolean premium(String customer) {
        return MadeUpCustomers.tier(new CustomerId(customer)) == CustomerTier.PREMIUM;
    }
}
