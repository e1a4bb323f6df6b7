package dev.troupe.events;

import java.util.Currency;

/**
 * An amount of money, exact to the smallest unit of its currency.
 *
 * @param amountMinor the amount in minor units (pence for GBP); may be zero, never negative
 * @param currency the currency's ISO 4217 code
 */
public record Money(@AtLeast(0) long amountMinor, String currency) {

    public Money {
        if (amountMinor < 0) {
            throw new IllegalArgumentException("an amount of money must not be negative: " + amountMinor);
        }
        Currency.getInstance(currency);
    }

    /**
     * The sum of both amounts.
     *
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the sum does not fit
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(amountMinor, other.amountMinor), currency);
    }
}
