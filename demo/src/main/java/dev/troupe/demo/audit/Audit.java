package dev.troupe.demo.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.troupe.demo.audit.Summary.FlowLatency;
import dev.troupe.demo.audit.Summary.Mails;
import dev.troupe.demo.audit.Summary.Orders;
import dev.troupe.events.FactCatalogue;
import dev.troupe.events.FactMetadata;
import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.flow.Expectations;
import dev.troupe.kit.flow.Flow;
import dev.troupe.kit.flow.FlowEvent;
import dev.troupe.kit.flow.Owed;
import dev.troupe.kit.serialization.FactDecoder;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Folds the event log into what really happened. Not safe for use by several threads. */
public final class Audit {

    private static final ObjectMapper MAPPER = FactMapper.get();
    private static final FactDecoder DECODER =
            new FactDecoder(FactCatalogue.troupe().types());

    private final Expectations expectations;
    private final Map<String, Flow> flows = new HashMap<>();
    private final Map<String, Long> cancelled = new TreeMap<>();
    private final Map<String, Integer> sentNotifications = new HashMap<>();
    private final MoneyBook money = new MoneyBook();
    private final StockBook stock = new StockBook();
    private final OrderBook orders = new OrderBook();
    private final StreamBook streams = new StreamBook();

    /** Begins with an empty log. */
    public Audit(Expectations expectations) {
        this.expectations = expectations;
    }

    /** Takes note of the next event. */
    public void add(StoredEvent event) {
        JsonNode fact = DECODER.json(event);
        String flowId = read(event.metadata()).path(FactMetadata.CORRELATION_ID).asText();
        flows.computeIfAbsent(flowId, id -> new Flow(expectations))
                .add(new FlowEvent(event.position(), flowId, event.type(), event.recordedAt()));
        money.add(event.type(), fact);
        stock.add(event.type(), fact);
        orders.add(event.type(), fact);
        streams.add(event);
        switch (event.type()) {
            case "order.cancelled" -> cancelled.merge(fact.path("reason").asText(), 1L, Long::sum);
            case "notification.sent" ->
                sentNotifications.merge(fact.path("notificationId").asText(), 1, Integer::sum);
            default -> {
                // counted elsewhere
            }
        }
    }

    /** How many flows have not ended. */
    public long open() {
        return flows.values().stream().filter(flow -> !flow.hasEnded()).count();
    }

    /** How many flows owe something that is overdue. */
    public long stuck(Instant now) {
        return flows.values().stream().filter(flow -> flow.isStuck(now)).count();
    }

    /** How many orders were placed, and how many of those have ended. */
    public Progress progress() {
        return new Progress(orders(flow -> true), orders(Flow::hasEnded));
    }

    /** What it all came to. */
    public Summary summary(Summary.@Nullable Input input, Witnesses witnesses, Instant now) {
        return new Summary(
                new Orders(
                        orders(flow -> true),
                        orders(flow -> flow.has("order.completed")),
                        Map.copyOf(cancelled),
                        open(),
                        stuck(now)),
                latency(),
                input,
                money.totals(),
                stock.totals(),
                new Mails(witnesses.mails()),
                invariants(witnesses));
    }

    /** The flows that have not ended, and what each still owes. */
    Map<String, List<Owed>> openFlows() {
        Map<String, List<Owed>> open = new TreeMap<>();
        flows.forEach((id, flow) -> {
            if (!flow.hasEnded()) {
                open.put(id, flow.owed());
            }
        });
        return open;
    }

    OrderBook orders() {
        return orders;
    }

    Summary.Money money() {
        return money.totals();
    }

    StockBook stock() {
        return stock;
    }

    StreamBook streams() {
        return streams;
    }

    private Map<String, Boolean> invariants(Witnesses witnesses) {
        Summary.Money totals = money.totals();
        Map<String, Boolean> invariants = new LinkedHashMap<>();
        invariants.put("everyFlowEnded", open() == 0);
        invariants.put("capturedEqualsCompletedOrders", totals.capturedMinor() == totals.completedOrdersMinor());
        invariants.put(
                "authorizedEqualsCapturedPlusVoided",
                totals.authorizedMinor() == totals.capturedMinor() + totals.voidedMinor());
        invariants.put("refundedAtMostCaptured", totals.refundedMinor() <= totals.capturedMinor());
        invariants.put("noOrderChargedTwice", money.isChargedOnce() && witnesses.keysChargedMoreThanOnce() == 0);
        invariants.put(
                "providerLedgerAgrees",
                witnesses.authorizedMinor() == totals.authorizedMinor()
                        && witnesses.capturedMinor() == totals.capturedMinor()
                        && witnesses.voidedMinor() == totals.voidedMinor()
                        && witnesses.refundedMinor() == totals.refundedMinor());
        invariants.put("stockConserved", stock.isConserved());
        invariants.put("neverOversold", stock.isNeverOversold());
        invariants.put(
                "oneMailPerNotification",
                sentNotifications.values().stream().allMatch(times -> times == 1) && witnesses.noMailTwice());
        invariants.put("mailboxAgrees", witnesses.mails() == sentNotifications.size());
        return invariants;
    }

    private long orders(Predicate<Flow> which) {
        return flows.values().stream().filter(Flow::isOrder).filter(which).count();
    }

    private FlowLatency latency() {
        long[] millis = flows.values().stream()
                .filter(Flow::isOrder)
                .flatMap(flow -> flow.latency().stream())
                .mapToLong(Duration::toMillis)
                .sorted()
                .toArray();
        return new FlowLatency(percentile(millis, 50), percentile(millis, 95), percentile(millis, 99));
    }

    private static long percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("An event's JSON cannot be read", e);
        }
    }

    /** How far the orders are. */
    public record Progress(long placed, long ended) {}

    /**
     * What those outside the services saw.
     *
     * @param keysChargedMoreThanOnce by the provider's own ledger
     * @param mails how many different mails the mail server took
     * @param noMailTwice whether none came twice
     */
    public record Witnesses(
            long authorizedMinor,
            long capturedMinor,
            long voidedMinor,
            long refundedMinor,
            long keysChargedMoreThanOnce,
            long mails,
            boolean noMailTwice) {}
}
