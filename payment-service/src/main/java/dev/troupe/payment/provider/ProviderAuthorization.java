package dev.troupe.payment.provider;

import dev.troupe.events.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says about one key.
 *
 * @param amountMinor 0 if the key was closed
 * @param currency absent if the key was closed
 * @param providerReference the provider's own name for its decision; absent if the key was closed before there was any
 */
public record ProviderAuthorization(
        String key,
        ProviderStatus status,
        long amountMinor,
        @Nullable String currency,
        @Nullable String providerReference) {

    public ProviderAuthorization {
        Objects.requireNonNull(key, "the provider named no key");
        Objects.requireNonNull(status, "the provider named no status");
    }

    /** Whether the provider decided about this amount. */
    public boolean isFor(Money amount) {
        return amountMinor == amount.amountMinor() && amount.currency().equals(currency);
    }

    /**
     * The provider's own name for its decision.
     *
     * @throws ProviderUnavailable if it gave none
     */
    public String requiredReference() {
        if (providerReference == null) {
            throw new ProviderUnavailable("the payment provider gave no reference for key " + key, null);
        }
        return providerReference;
    }
}
