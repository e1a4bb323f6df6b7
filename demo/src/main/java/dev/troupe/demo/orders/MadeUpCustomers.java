package dev.troupe.demo.orders;

import dev.troupe.events.CustomerId;
import dev.troupe.events.CustomerTier;

/**
 * What the data set does not say about its customers: a name, an address, a mail address and a tier. All made up, and the same for
 * the same customer for ever.
 */
public final class MadeUpCustomers {

    private static final String[] FIRST_NAMES = {
        "Ada",
        "Alan",
        "Barbara",
        "Claude",
        "Donald",
        "Edsger",
        "Frances",
        "Grace",
        "Hedy",
        "Joan",
        "John",
        "Katherine",
        "Leslie",
        "Margaret",
        "Radia",
        "Tony"
    };
    private static final String[] LAST_NAMES = {
        "Abbott",
        "Baker",
        "Carter",
        "Dawson",
        "Ellis",
        "Fletcher",
        "Gardner",
        "Hughes",
        "Ingram",
        "Jenkins",
        "Knight",
        "Lawson",
        "Mercer",
        "Norris",
        "Palmer",
        "Quinn"
    };
    private static final String[] STREETS = {
        "Church Lane", "Harbour Street", "High Street", "Mill Road", "Park Avenue", "Station Road", "Theatre Row"
    };
    private static final int HOUSES = 120;
    private static final String GUEST = "guest-";
    private static final int PREMIUM_ONE_IN = 10;
    /** What RFC 5321 allows before the at sign. */
    private static final int LONGEST_LOCAL_PART = 64;

    private MadeUpCustomers() {}

    /** The customer of an order that names none. */
    public static CustomerId guest(String invoice) {
        return new CustomerId(GUEST + invoice);
    }

    /** One customer in ten is a premium customer; a guest never is. */
    public static CustomerTier tier(CustomerId customer) {
        boolean premium =
                !customer.value().startsWith(GUEST) && StableHash.of("tier " + customer.value(), PREMIUM_ONE_IN) == 0;
        return premium ? CustomerTier.PREMIUM : CustomerTier.STANDARD;
    }

    /** A contact at {@code example.com}, which no mail ever leaves for. */
    public static Contact contact(CustomerId customer, String country) {
        String id = customer.value();
        String name = pick(FIRST_NAMES, "first " + id) + " " + pick(LAST_NAMES, "last " + id);
        int house = 1 + StableHash.of("house " + id, HOUSES);
        return new Contact(name, email(id), "%d %s, %s".formatted(house, pick(STREETS, "street " + id), country));
    }

    private static String email(String id) {
        String local = "customer-" + id.replaceAll("[^A-Za-z0-9-]", "-");
        return local.substring(0, Math.min(local.length(), LONGEST_LOCAL_PART)) + "@example.com";
    }

    private static String pick(String[] choices, String by) {
        return choices[StableHash.of(by, choices.length)];
    }
}
