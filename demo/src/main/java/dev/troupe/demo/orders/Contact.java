package dev.troupe.demo.orders;

/**
 * How to reach a customer, in plain text: order-service seals it before anything is stored.
 *
 * @param name the customer's full name
 * @param email where mails go
 * @param address one line
 */
public record Contact(String name, String email, String address) {

    /** Names nobody, so that no log line ever does. */
    @Override
    public String toString() {
        return "Contact[...]";
    }
}
