package dev.troupe.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.provider.ProviderClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that gives up can do so without undoing a decision that crossed it. */
class CloseTest {

    private PaymentProviderSimulator provider;
    private ProviderClient client;

    @BeforeEach
    void start() throws IOException {
        provider = PaymentProviderSimulator.start(Settings.DEFAULTS.withPort(0));
        client = new ProviderClient(provider.uri());
    }

    @AfterEach
    void stop() throws IOException {
        provider.close();
    }

    @Test
    void anUnknownKeyIsClosedForEver() {
        assertThat(client.close("k1").text("status")).isEqualTo("CLOSED");
        assertThat(client.close("k1").text("status")).isEqualTo("CLOSED");
        assertThat(client.authorize("k1", 100).problem()).isEqualTo("key-closed");
        assertThat(client.summary().number("closed")).isEqualTo(1);
    }

    @Test
    void whatIsHeldStaysHeldAndIsTold() {
        client.authorize("k1", 100);
        Reply reply = client.close("k1");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("status")).isEqualTo("AUTHORIZED");
        assertThat(client.summary().number("openMinor")).isEqualTo(100);
    }

    @Test
    void whatWasCollectedStaysCollected() {
        client.authorize("k1", 100);
        client.capture("k1");
        assertThat(client.close("k1").text("status")).isEqualTo("CAPTURED");
        assertThat(client.capture("k1").status()).isEqualTo(200);
    }
}
