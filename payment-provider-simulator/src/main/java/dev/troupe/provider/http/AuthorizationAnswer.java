package dev.troupe.provider.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.troupe.provider.authorization.Authorization;
import dev.troupe.provider.authorization.AuthorizationStatus;
import org.jspecify.annotations.Nullable;

/** What the provider tells about one key. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuthorizationAnswer(
        String key,
        AuthorizationStatus status,
        long amountMinor,
        @Nullable String currency,
        @Nullable String reference,
        @Nullable String providerReference,
        @Nullable String declineReason,
        long capturedMinor,
        long refundedMinor) {

    static AuthorizationAnswer of(Authorization authorization) {
        return new AuthorizationAnswer(
                authorization.key(),
                authorization.status(),
                authorization.amountMinor(),
                authorization.currency(),
                authorization.reference(),
                authorization.providerReference(),
                authorization.declineReason(),
                authorization.capturedMinor(),
                authorization.refundedMinor());
    }
}
