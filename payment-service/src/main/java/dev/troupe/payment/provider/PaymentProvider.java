package dev.troupe.payment.provider;

import dev.troupe.events.Money;
import dev.troupe.events.OrderId;
import dev.troupe.kit.telemetry.Telemetry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Asks the payment provider. The key under which everything about one payment happens is the name of the payment's stream, so that the
 * provider recognises a repetition whichever process makes it.
 */
public final class PaymentProvider {

    private final ProviderHttp http;
    private final ProviderGuard guard;

    /** Makes a client; it connects when first used. */
    public PaymentProvider(ProviderSettings settings, Telemetry telemetry) {
        this.http = new ProviderHttp(settings, telemetry);
        this.guard = new ProviderGuard(settings);
    }

    /** How the calls fare. */
    public ProviderGuard guard() {
        return guard;
    }

    /** What the provider knows of a payment; absent only if the provider itself says that it knows nothing. */
    public Optional<ProviderAuthorization> find(OrderId orderId) {
        try {
            return Optional.of(call("GET", path(orderId), null));
        } catch (ProviderRefused e) {
            if (e.isUnknownKey()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Asks for the money; after a call of which nothing is known, asks what happened before sending it again. */
    public ProviderAuthorization authorize(OrderId orderId, Money amount) {
        AtomicBoolean sent = new AtomicBoolean();
        return guard.twice(() -> {
            if (sent.getAndSet(true)) {
                Optional<ProviderAuthorization> known = find(orderId);
                if (known.isPresent()) {
                    return known.get();
                }
            }
            return call("PUT", path(orderId), new Charge(amount.amountMinor(), amount.currency(), orderId.value()));
        });
    }

    /** Makes sure that nothing will ever be held where nothing is; where the provider has decided, tells what. */
    public ProviderAuthorization close(OrderId orderId) {
        return guard.twice(() -> call("POST", path(orderId) + "/close", null));
    }

    /** Lets go of what is held. */
    public ProviderAuthorization cancel(OrderId orderId) {
        return guard.twice(() -> call("POST", path(orderId) + "/void", null));
    }

    /** Collects what is held. */
    public ProviderAuthorization capture(OrderId orderId) {
        return guard.twice(() -> call("POST", path(orderId) + "/capture", null));
    }

    /** Returns a part of what was collected, once per refund id. */
    public ProviderAuthorization refund(OrderId orderId, String refundId, Money amount) {
        String path = path(orderId) + "/refunds/" + refundId;
        return guard.twice(() -> call("PUT", path, new Refund(amount.amountMinor())));
    }

    private ProviderAuthorization call(String method, String path, @Nullable Object body) {
        return guard.once(() -> http.exchange(method, path, body));
    }

    private static String path(OrderId orderId) {
        return "/authorizations/" + orderId.paymentStream();
    }

    private record Charge(long amountMinor, String currency, String reference) {}

    private record Refund(long amountMinor) {}
}
