package dev.troupe.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.provider.ProviderClient.Reply;
import dev.troupe.provider.ledger.LedgerRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerRestartTest {

    private final Path file;

    LedgerRestartTest(@TempDir Path folder) {
        this.file = folder.resolve("a/folder/ledger.ndjson");
    }

    @Test
    void aRestartKnowsAllThatWasDone() throws IOException {
        String before;
        String known;
        try (var provider = start()) {
            var client = new ProviderClient(provider.uri());
            client.faults("{\"declineKeys\": [\"declined\"]}");
            client.authorize("open", 100);
            client.authorize("declined", 200);
            client.authorize("voided", 300);
            client.cancel("voided");
            client.authorize("refunded", 400);
            client.capture("refunded");
            client.refund("refunded", "r1", 150);
            client.cancel("closed");
            before = client.summary().body() + client.ledger().body();
            known = known(client);
        }

        try (var provider = start()) {
            var client = new ProviderClient(provider.uri());
            assertThat(client.summary().body() + client.ledger().body()).isEqualTo(before);
            assertThat(known(client)).isEqualTo(known);
            assertThat(client.authorize("open", 100).status()).isEqualTo(200);
            assertThat(client.authorize("open", 101).problem()).isEqualTo("key-reused");
            assertThat(client.authorize("closed", 100).problem()).isEqualTo("key-closed");
            assertThat(client.refund("refunded", "r1", 150).status()).isEqualTo(200);
            assertThat(client.refund("refunded", "r2", 251).problem()).isEqualTo("refund-exceeds-capture");
            assertThat(client.capture("open").text("status")).isEqualTo("CAPTURED");
        }
        assertThat(Files.readAllLines(file)).hasSize(9);
    }

    @Test
    void theLedgerIsReadableLineByLine() throws IOException {
        try (var provider = start()) {
            var client = new ProviderClient(provider.uri());
            client.authorize("k1", 100);
            client.cancel("k2");

            Reply ledger = client.ledger();

            assertThat(ledger.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
            assertThat(ledger.body()).isEqualTo(Files.readString(file));
            assertThat(ledger.body().lines())
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .matches("\\{\"seq\":1,\"at\":\"20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z\",\"key\":\"k1\","
                                            + "\"type\":\"AUTHORIZED\",\"amountMinor\":100,\"currency\":\"GBP\","
                                            + "\"reference\":\"order-of-k1\"}"),
                            line -> assertThat(line)
                                    .contains("\"seq\":2,", "\"key\":\"k2\",\"type\":\"CLOSED\",\"amountMinor\":0}"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 100})
    void anEndTornByAKillIsCutOff(int bytesLost) throws IOException {
        write(3);
        byte[] whole = Files.readAllBytes(file);
        int end = bytesLost == 1 ? whole.length - 2 : whole.length - bytesLost;
        Files.write(file, Arrays.copyOf(whole, end));

        try (var provider = start()) {
            var client = new ProviderClient(provider.uri());
            assertThat(client.find("k2").status()).isEqualTo(200);
            assertThat(client.find("k3").problem()).isEqualTo("unknown-key");
            assertThat(client.authorize("k3", 100).text("providerReference")).isEqualTo("sim-00000003");
        }
        try (var provider = start()) {
            assertThat(new ProviderClient(provider.uri()).find("k3").text("status"))
                    .isEqualTo("AUTHORIZED");
        }
        assertThat(Files.readAllLines(file)).hasSize(3);
    }

    @Test
    void anEndThatLacksOnlyItsLineFeedIsKept() throws IOException {
        write(3);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));

        try (var provider = start()) {
            var client = new ProviderClient(provider.uri());
            assertThat(client.authorize("k3", 100).status()).isEqualTo(200);
            assertThat(client.authorize("k4", 100).status()).isEqualTo(201);
        }
        assertThat(Files.readAllLines(file)).hasSize(4);
    }

    @ParameterizedTest(quoteTextArguments = false)
    @CsvSource(delimiter = '|', textBlock = """
                    {"seq":2,"at":"2026-01-01T00:00:00Z","key":"k                                       | it is not an entry
                    nonsense                                                                            | it is not an entry
                    {"seq":3,"at":"2026-01-01T00:00:00Z","key":"k2","type":"CLOSED","amountMinor":0}    | it has seq 3, so lines are missing
                    {"seq":2,"at":"2026-01-01T00:00:00Z","key":"k2","type":"STOLEN","amountMinor":0}    | it is not an entry
                    {"seq":2,"at":"2026-01-01T00:00:00Z","key":"k2","type":"CLOSED"}                    | it is not an entry
                    {"seq":2,"at":"2026-01-01T00:00:00Z","key":"k2","type":"CLOSED","amountMinor":-1}   | it is not an entry
                    {"seq":2,"at":"2026-01-01T00:00:00Z","type":"CLOSED","amountMinor":0}               | it is not an entry
                    {"seq":2,"at":"2026-01-01T00:00:00Z","key":"k2","type":"AUTHORIZED","amountMinor":1,"currency":"GBP"} | it is not an entry
                    """)
    void aBrokenLineInTheMiddleIsRefused(String line, String why) throws IOException {
        write(3);
        var lines = Files.readAllLines(file);
        lines.set(1, line);
        Files.write(file, lines);
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(this::start)
                .isInstanceOf(LedgerRefused.class)
                .hasMessageStartingWith("line 2 of the ledger (byte ")
                .hasMessageContaining("is broken: " + why)
                .hasMessageContaining("restore the file from a copy");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThatThrownBy(this::start).hasMessageStartingWith("line 2 of the ledger");
    }

    @Test
    void anImpossibleEntryIsRefused() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"seq":1,"at":"2026-01-01T00:00:00Z","key":"k1","type":"CAPTURED","amountMinor":5,"currency":"GBP"}
                """);

        assertThatThrownBy(this::start)
                .isInstanceOf(LedgerRefused.class)
                .hasMessageContaining("line 1 of the ledger says CAPTURED of key k1, of which nothing was said before");
    }

    @Test
    void aFileThatIsNoLedgerIsLeftAlone() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "a private letter without a line feed");

        assertThatThrownBy(this::start).isInstanceOf(LedgerRefused.class);
        assertThat(file).hasContent("a private letter without a line feed");
    }

    @Test
    void twoProvidersNeverShareALedger() throws IOException {
        try (var first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(LedgerRefused.class)
                    .hasMessageContaining("is in use by another payment provider simulator");
            assertThat(new ProviderClient(first.uri()).authorize("k1", 1).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void aLedgerInWhichSomebodyWasChargedTwiceSaysSo() throws IOException {
        write(1);
        String twice = Files.readString(file).replace("\"seq\":1", "\"seq\":2");
        Files.writeString(file, twice, StandardOpenOption.APPEND);

        try (var provider = start()) {
            Reply summary = new ProviderClient(provider.uri()).summary();
            assertThat(summary.number("keysChargedMoreThanOnce")).isEqualTo(1);
            assertThat(summary.number("authorizedMinor")).isEqualTo(200);
        }
    }

    private PaymentProviderSimulator start() throws IOException {
        return PaymentProviderSimulator.start(Settings.DEFAULTS.withPort(0).withLedger(file));
    }

    private void write(int authorizations) throws IOException {
        try (var provider = start()) {
            var client = new ProviderClient(provider.uri());
            for (int i = 1; i <= authorizations; i++) {
                client.authorize("k" + i, 100);
            }
        }
    }

    private static String known(ProviderClient client) {
        return client.find("open").body()
                + client.find("declined").body()
                + client.find("voided").body()
                + client.find("refunded").body()
                + client.find("closed").body();
    }
}
