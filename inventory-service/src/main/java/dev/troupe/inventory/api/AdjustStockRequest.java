package dev.troupe.inventory.api;

import dev.troupe.events.Sku;
import dev.troupe.spring.problem.InvalidRequestException;
import dev.troupe.spring.problem.Mistake;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to bring the books in line with the shelf.
 *
 * @param adjustmentId a name for the adjustment, if the client has one; otherwise one is made
 * @param delta how many pieces more or, if negative, fewer than the books say
 * @param reason in the words of whoever counted
 */
record AdjustStockRequest(
        @Nullable @Pattern(regexp = GivenId.PATTERN, message = GivenId.MESSAGE)
        String adjustmentId,

        @NotNull Sku sku,
        @NotNull Integer delta,

        @NotNull
        @Size(min = 1, max = 200)
        @Pattern(regexp = ONE_LINE, message = "must be a text on one line that is not blank")
        String reason) {

    private static final String ONE_LINE = "[^\\p{Cc}\\p{Cs}]*[^\\p{Cc}\\p{Cs}\\s][^\\p{Cc}\\p{Cs}]*";

    void check() {
        if (delta == 0) {
            throw new InvalidRequestException(List.of(Mistake.at("/delta", "must not be zero")));
        }
    }
}
