package dev.troupe.bench.store;

import dev.troupe.bench.measure.Goal;
import dev.troupe.bench.measure.Row;
import dev.troupe.bench.measure.Row.Median;
import dev.troupe.bench.measure.Turns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;

/** All kinds of work of the event store's goals. */
public final class StoreBench {

    private static final int APPENDERS = 8;
    /** So many that whoever is faster does not load longer streams for it. */
    private static final int SHORT_STREAMS = 5_000;

    private static final int FILLED_AT_ONCE = 100;
    private static final int LONG_STREAM = 1_000;
    private static final int EVENTS_PER_FLOW = 10;

    private final BenchServer server;
    private final Size size;
    private final Turns turns;
    private final Consumer<Row> onRow;

    /** @param onRow is told each row once it is measured */
    public StoreBench(BenchServer server, Size size, Consumer<Row> onRow) {
        this.server = server;
        this.size = size;
        this.turns = new Turns(size.rounds());
        this.onRow = onRow;
    }

    /**
     * How much to do.
     *
     * @param rounds how many turns each contender has
     * @param slice how long a turn takes where that can be chosen
     * @param replayed how many events are replayed
     * @param small how many events are stored in the smaller of two stores that are compared
     * @param large and in the larger
     */
    public record Size(int rounds, Duration slice, int replayed, int small, int large) {}

    /** A kind of work that can be measured without the others. */
    public enum Part {
        /** Appending, with and without loading before. */
        APPEND,
        /** From append to handler, in another process and over five hops. */
        DELIVERY,
        /** Reading everything from the beginning. */
        REPLAY,
        /** Loading long streams. */
        LOAD,
        /** The same in a small and a large store. */
        GROWTH
    }

    /** Measures these parts. */
    public List<Row> run(Set<Part> parts) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (Part part : parts) {
            rows.addAll(
                    switch (part) {
                        case APPEND -> appends();
                        case DELIVERY -> delivery();
                        case REPLAY -> replays();
                        case LOAD -> loads();
                        case GROWTH -> growth();
                    });
        }
        return rows;
    }

    private List<Row> appends() throws Exception {
        try (Field field = Field.open(server, "append", false);
                PlainPostgres plain = new PlainPostgres(field.database(Kind.TROUPE))) {
            Map<String, Median> appends = field.take(
                    turns,
                    (kind, store) -> field.load().repeat(APPENDERS, size.slice(), () -> appendOne(store)),
                    Map.of(PlainPostgres.INSERT_LABEL, () -> field.load()
                            .repeat(APPENDERS, size.slice(), plain::insert)));
            for (Contender store : field.contenders().values()) {
                beginShortStreams(store);
            }
            field.analyze();
            Map<String, Median> loadedAppends = field.take(
                    turns,
                    (kind, store) -> field.load().repeat(APPENDERS, size.slice(), () -> loadAndAppend(store)),
                    Map.of());
            return List.of(
                    row("append, 8 threads, 1 event each", "events/s", appends, Goal.timesStock(1.5)),
                    row("server CPU per append", "µs", serverCpu(appends), Goal.partOfStock(0.5)),
                    row("load and append, 8 threads", "events/s", loadedAppends, Goal.timesStock(1.2)));
        }
    }

    private static void beginShortStreams(Contender store) throws Exception {
        for (int from = 0; from < SHORT_STREAMS; from += FILLED_AT_ONCE) {
            List<DomainEventMessage<Happened>> firsts = new ArrayList<>();
            for (int i = from; i < from + FILLED_AT_ONCE; i++) {
                Happened happened = Happened.first("short-" + i);
                firsts.add(happened.at(happened.flow(), 0));
            }
            store.append(firsts);
        }
    }

    private static void appendOne(Contender store) throws Exception {
        Happened happened = Happened.first(Happened.newId());
        store.append(List.of(happened.at(happened.flow(), 0)));
    }

    /** Streams of their own, so that no two threads are after the same place. */
    private static void loadAndAppend(Contender store) throws Exception {
        while (true) {
            try {
                store.loadAndAppend("short-" + ThreadLocalRandom.current().nextInt(SHORT_STREAMS));
                return;
            } catch (IllegalStateException otherWasFaster) {
                // another stream, then
            }
        }
    }

    private static Map<String, Median> serverCpu(Map<String, Median> of) {
        Map<String, Median> cpu = new LinkedHashMap<>();
        of.forEach((name, median) -> {
            if (!name.equals(Kind.AXON_SERVER.label())) {
                cpu.put(name, new Median(median.serverMicros(), median.clientMicros(), median.serverMicros()));
            }
        });
        return cpu;
    }

    private List<Row> delivery() throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Field field = Field.open(server, "delivery", true);
                Propagation propagation = Propagation.toProbes(field)) {
            rows.add(row(
                    "propagation to another process, p50",
                    "ms",
                    field.take(turns, propagation::measure, Map.of()),
                    Goal.atMost(2.5)));
        }
        try (Field field = Field.open(server, "hops", true)) {
            // the many flows first, so that what the few pass through has been compiled
            Map<String, Median> drained =
                    field.take(turns, (kind, store) -> new Hops(store, field.load()).drain(), Map.of());
            Map<String, Median> paced =
                    field.take(turns, (kind, store) -> new Hops(store, field.load()).latency(), Map.of());
            rows.add(row("five hops, p50", "ms", paced, Goal.atMost(25)));
            rows.add(row("five hops, drain", "flows/s", drained, Goal.atLeast(1_500)));
        }
        return rows;
    }

    private List<Row> replays() throws Exception {
        try (Field field = Field.open(server, "replay", true);
                PlainPostgres plain = new PlainPostgres(field.database(Kind.TROUPE))) {
            for (Contender store : field.contenders().values()) {
                fill(store);
            }
            int events = size.replayed();
            return List.of(
                    row(
                            "replay, counting",
                            "events/s",
                            field.take(
                                    turns,
                                    (kind, store) -> field.load().once(events, () -> store.count(events)),
                                    Map.of(PlainPostgres.CURSOR_LABEL, () -> field.load()
                                            .once(events, () -> plain.count(events)))),
                            Goal.atLeast(150_000)),
                    row(
                            "replay into a projection",
                            "events/s",
                            field.take(
                                    turns,
                                    (kind, store) -> field.load().once(events, () -> store.project(events)),
                                    Map.of()),
                            Goal.atLeast(75_000)));
        }
    }

    private void fill(Contender store) throws Exception {
        for (int i = 0; i < size.replayed() / EVENTS_PER_FLOW; i++) {
            store.append(Happened.flow("flow-" + i, EVENTS_PER_FLOW));
        }
    }

    private List<Row> loads() throws Exception {
        try (Field field = Field.open(server, "load", false)) {
            for (Contender store : field.contenders().values()) {
                store.append(Happened.flow("long", LONG_STREAM));
                store.append(Happened.flow("snapshotted", LONG_STREAM));
                store.snapshot("snapshotted", LONG_STREAM - 1L);
            }
            field.analyze();
            return List.of(
                    row(
                            "load of 1,000 events",
                            "loads/s",
                            field.take(
                                    turns,
                                    (kind, store) -> field.load().repeat(1, size.slice(), () -> store.load("long")),
                                    Map.of()),
                            Goal.timesStock(1.4)),
                    row(
                            "load of 1,000 events with a snapshot",
                            "loads/s",
                            field.take(
                                    turns,
                                    (kind, store) ->
                                            field.load().repeat(1, size.slice(), () -> store.load("snapshotted")),
                                    Map.of()),
                            Goal.timesStock(3)));
        }
    }

    private List<Row> growth() throws Exception {
        try (Growth growth = Growth.prepare(server, size)) {
            return growth.measure(turns, size.slice()).stream().map(this::told).toList();
        }
    }

    private Row row(String work, String unit, Map<String, Median> medians, Goal goal) {
        return told(new Row(work, unit, medians, goal));
    }

    private Row told(Row row) {
        onRow.accept(row);
        return row;
    }
}
