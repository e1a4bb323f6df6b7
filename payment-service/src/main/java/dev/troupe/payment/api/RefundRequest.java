package dev.troupe.payment.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants to be returned to the customer.
 *
 * @param amountMinor how much, in minor units of the payment's currency
 * @param refundId the operator's own name for the refund, if there is one; otherwise one is made
 */
record RefundRequest(
        @NotNull @Min(1) @Schema(example = "475") Long amountMinor,

        @Nullable
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._:-]{0,99}",
                message = "must be 1 to 100 letters, digits or . _ : - and begin with a letter or digit")
        @Schema(example = "r-1")
        String refundId) {}
