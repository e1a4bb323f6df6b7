package dev.troupe.payment.provider;

import org.jspecify.annotations.Nullable;

/**
 * What the provider says about one key.
 *
 * @param providerReference the provider's own name for its decision; absent if the key was closed before there was any
 */
public record ProviderAuthorization(
        String key, ProviderStatus status, @Nullable String providerReference) {

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
