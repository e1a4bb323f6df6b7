package dev.troupe.demo.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The payment provider's own ledger, entry by entry: what it holds, took and gave back for each order, whatever the services say. */
public final class ProviderBook {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> orderOfKey = new HashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();

    /** Reads the whole ledger of a provider that answers. */
    public static ProviderBook of(URI provider) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> answer = client.send(
                    HttpRequest.newBuilder(provider.resolve("/ledger"))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new IOException("the payment provider answered " + answer.statusCode() + " to GET /ledger");
            }
            return of(answer.body());
        }
    }

    /** Reads entries, one JSON object a line. */
    static ProviderBook of(Stream<String> entries) throws IOException {
        ProviderBook book = new ProviderBook();
        for (String entry : (Iterable<String>) entries::iterator) {
            book.add(JSON.readTree(entry));
        }
        return book;
    }

    private void add(JsonNode entry) {
        String key = entry.path("key").asText();
        if (entry.has("reference")) {
            orderOfKey.put(key, entry.path("reference").asText());
        }
        Account account = accounts.computeIfAbsent(orderOfKey.getOrDefault(key, key), order -> new Account());
        account.note(key, entry, entry.path("amountMinor").asLong());
    }

    /** The accounts by order. */
    Map<String, Account> accounts() {
        return accounts;
    }

    /** What happened to the money of one order, in minor units. */
    static final class Account {

        private final Set<String> keysHeld = new HashSet<>();
        private final Map<String, Long> refunds = new HashMap<>();
        private long authorized;
        private long captured;
        private long voided;
        private long refunded;
        private int charges;
        private int authorizations;

        private void note(String key, JsonNode entry, long amount) {
            switch (entry.path("type").asText()) {
                case "AUTHORIZED" -> {
                    keysHeld.add(key);
                    authorized += amount;
                    authorizations++;
                }
                case "CAPTURED" -> {
                    captured += amount;
                    charges++;
                }
                case "VOIDED" -> voided += amount;
                case "REFUNDED" -> {
                    refunded += amount;
                    refunds.merge(entry.path("refundKey").asText(), amount, Long::sum);
                }
                default -> {
                    // no money moved
                }
            }
        }

        /** Whether money was held at most once, under one key, and taken at most once. */
        boolean isChargedOnce() {
            return keysHeld.size() <= 1 && authorizations <= 1 && charges <= 1;
        }

        long authorized() {
            return authorized;
        }

        long captured() {
            return captured;
        }

        long voided() {
            return voided;
        }

        long refunded() {
            return refunded;
        }

        /** Held, neither taken nor let go. */
        long open() {
            return authorized - captured - voided;
        }

        Map<String, Long> refunds() {
            return refunds;
        }
    }
}
