package dev.troupe.order.api;

import dev.troupe.kit.command.Commands;
import dev.troupe.kit.quarantine.Held;
import dev.troupe.kit.quarantine.Quarantine;
import dev.troupe.kit.quarantine.QuarantineEntry;
import dev.troupe.kit.quarantine.QuarantineEntry.State;
import dev.troupe.kit.quarantine.RejectedInput;
import dev.troupe.order.domain.OrderCommand.PlaceOrder;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Input that could not become an order, and what an operator decides about it. */
@RestController
@Tag(name = "Quarantine")
class QuarantineController {

    private final Quarantine quarantine;
    private final OrderPlacement placement;
    private final Commands commands;
    private final MeterRegistry metrics;

    QuarantineController(Quarantine quarantine, OrderPlacement placement, Commands commands, MeterRegistry metrics) {
        this.quarantine = quarantine;
        this.placement = placement;
        this.commands = commands;
        this.metrics = metrics;
    }

    @PostMapping("/quarantine")
    @Operation(
            summary = "Keeps input that could not become orders",
            description = "The same row of the same source is kept once. Contents are sealed before they are kept.")
    Held hold(@RequestBody @Size(min = 1, max = 1_000) List<RejectedInput> inputs) {
        Held held = quarantine.hold(inputs);
        held.held().forEach((reason, count) -> metrics.counter("troupe.quarantine.held", "reason", reason)
                .increment(count));
        return held;
    }

    @GetMapping("/operator/quarantine")
    @Operation(summary = "Lists entries in the order in which they came; after is the last id of the page before")
    List<QuarantineEntry> list(
            @RequestParam @Nullable State state,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1_000) int limit) {
        return quarantine.list(state, after, limit);
    }

    @GetMapping("/operator/quarantine/{id}")
    @Operation(summary = "Shows an entry without its content")
    QuarantineEntry show(@PathVariable long id) {
        return quarantine.show(id);
    }

    /** Content may be personal, so that it is opened is recorded, as is all that operators change. */
    @PostMapping("/operator/quarantine/{id}/open")
    @Operation(summary = "Shows an entry that is held as it came; who opened it is recorded")
    QuarantineEntry open(@PathVariable long id) {
        return quarantine.open(id);
    }

    /** Should the process end between the two steps, releasing again finds the order placed and only takes note. */
    @PostMapping("/operator/quarantine/{id}/release")
    @Operation(summary = "Places the mended order; it keeps where it came from", description = """
        The body is the order as it should have been. Its origin becomes the source and rows of the entry.
        Problems: invalid-request (400), no-such-quarantine-entry (404), already-decided (409).\
        """)
    QuarantineEntry release(@PathVariable long id, @RequestBody @Valid PlaceOrderRequest mended, Principal operator) {
        QuarantineEntry entry = quarantine.requireHeld(id);
        PlaceOrder command = placement.command(mended.releasedFrom(entry), "quarantine-" + id);
        commands.send(command);
        return quarantine.released(id, command.orderId().value(), operator.getName());
    }

    @PostMapping("/operator/quarantine/{id}/drop")
    @Operation(summary = "Gives an entry up; the reason is kept")
    QuarantineEntry drop(@PathVariable long id, @RequestBody Drop drop, Principal operator) {
        return quarantine.drop(id, drop.reason() == null ? "" : drop.reason(), operator.getName());
    }

    /** Why an entry is given up. */
    record Drop(@Nullable String reason) {}
}
