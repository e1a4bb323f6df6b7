package dev.troupe.provider.authorization;

/**
 * What a client wants to be authorized.
 *
 * @param amountMinor in minor units of the currency, 0 or more
 * @param currency ISO 4217
 * @param reference the client's own name for what is paid
 */
public record ChargeRequest(long amountMinor, String currency, String reference) {}
