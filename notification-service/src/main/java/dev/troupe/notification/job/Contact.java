package dev.troupe.notification.job;

/**
 * How to reach a customer, opened from {@code order.placed} for as long as it takes to write one mail.
 *
 * @param name the customer's full name
 * @param email where mails go
 */
record Contact(String name, String email) {

    /** Names nobody, so that no log line ever does. */
    @Override
    public String toString() {
        return "Contact[...]";
    }
}
