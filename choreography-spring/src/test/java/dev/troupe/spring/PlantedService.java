package dev.troupe.spring;

import dev.troupe.events.OrderId;
import dev.troupe.events.Sku;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.spring.problem.InvalidRequestException;
import dev.troupe.spring.problem.Mistake;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.security.Principal;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service in which everything goes wrong on request. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(PlantedService.Things.class)
public class PlantedService {

    enum Size {
        SMALL,
        LARGE
    }

    record Part(@NotNull Sku sku, @NotNull @Min(1) Integer quantity, long priceMinor) {}

    record Thing(
            @NotNull OrderId orderId,
            @Nullable Size size,
            @Nullable Instant at,
            @NotNull List<@NotNull @Valid Part> parts,
            @Nullable String note) {}

    @RestController
    static class Things {

        @PostMapping("/things")
        Thing echo(@RequestBody @Valid Thing thing) {
            return thing;
        }

        @GetMapping("/things/{id}")
        OrderId one(@PathVariable OrderId id, @RequestParam(defaultValue = "1") @Min(1) @Max(5) int limit) {
            return id;
        }

        @GetMapping("/operator/things")
        String look() {
            return "looked";
        }

        @PostMapping("/operator/things")
        String operate(Principal caller) {
            return caller.getName();
        }

        @GetMapping("/things/{id}/personal-data")
        String personal(@PathVariable OrderId id) {
            return "Ada Abbott";
        }

        @GetMapping("/refused")
        void refused() {
            throw new Refusal("order-already-confirmed", 409, "It is too late.");
        }

        @GetMapping("/mistaken")
        void mistaken() {
            throw new InvalidRequestException(List.of(Mistake.at("/currency", "is unknown")));
        }

        @GetMapping("/broken")
        void broken() {
            throw new IllegalStateException("secret of Ada Abbott");
        }

        @GetMapping("/outage")
        void outage() {
            throw new IllegalStateException(new SQLTransientConnectionException("no connection"));
        }

        @GetMapping("/lost-database")
        void lostDatabase() {
            throw new IllegalStateException(new SQLException("an I/O error occurred", "08006", new EOFException()));
        }

        @GetMapping("/lost-partner")
        void lostPartner() {
            throw new UncheckedIOException(new SocketException("Connection reset by peer"));
        }
    }
}
