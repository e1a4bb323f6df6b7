package dev.troupe.payment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.store.EventStoreSettings;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.payment.provider.PaymentProvider;
import dev.troupe.payment.provider.ProviderSettings;
import dev.troupe.provider.PaymentProviderSimulator;
import dev.troupe.provider.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A real provider of its own for one test, with faults to order and its ledger as the witness. */
public final class ProviderFixture implements AutoCloseable {

    public static final Duration ANSWER_TIME_OUT = Duration.ofMillis(300);
    public static final Duration REST = Duration.ofMillis(400);

    private final HttpClient http = HttpClient.newHttpClient();
    private final PaymentProviderSimulator simulator;

    public ProviderFixture() {
        try {
            simulator = PaymentProviderSimulator.start(Settings.DEFAULTS.withPort(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public URI uri() {
        return simulator.uri();
    }

    /** A client of this provider, as impatient as tests are. */
    public PaymentProvider client() {
        return client(simulator.uri());
    }

    /** An equally impatient client of whatever is there. */
    public static PaymentProvider client(URI uri) {
        return new PaymentProvider(
                new ProviderSettings(uri, Duration.ofMillis(500), ANSWER_TIME_OUT, 4, REST), telemetry());
    }

    /** Replaces all faults; those that take long take longer than the client waits. */
    public void order(Map<String, Object> faults) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(simulator.uri().resolve("/faults"))
                .PUT(BodyPublishers.ofString(FactMapper.get().writeValueAsString(faults)))
                .build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("the provider does not know these faults: " + faults);
        }
    }

    /** From now on everything goes well. */
    public void orderNoFaults() throws IOException, InterruptedException {
        order(Map.of());
    }

    /** A figure of what the ledger adds up to. */
    public long ledger(String figure) {
        var request = HttpRequest.newBuilder(simulator.uri().resolve("/ledger/summary"))
                .build();
        try {
            JsonNode summary = FactMapper.get()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
            return summary.required(figure).longValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        simulator.close();
        http.close();
    }

    private static Telemetry telemetry() {
        var nowhere = new TroupeSettings.Login("jdbc:unused", "nobody", "");
        return Telemetry.create(new TroupeSettings(
                "payment-service",
                "test",
                "test",
                nowhere,
                nowhere,
                null,
                EventStoreSettings.POSTGRES,
                null,
                null,
                1.0));
    }
}
