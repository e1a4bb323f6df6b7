package dev.troupe.bench.store;

import dev.troupe.bench.measure.Slice;
import dev.troupe.bench.measure.Turns;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How long an event takes from its append to a handler in another process. */
final class Propagation implements AutoCloseable {

    private static final int EVENTS = 100;
    /** After so many, both processes have compiled what an event passes through, as a service soon has. */
    private static final int WARM_UP = 3_000;

    private static final int SHORTEST_PAUSE_MILLIS = 5;
    private static final int LONGEST_PAUSE_MILLIS = 25;

    private final Map<Kind, Process> probes = new LinkedHashMap<>();
    private final Set<Kind> warm = EnumSet.noneOf(Kind.class);

    private Propagation() {}

    /** Starts a process for each contender that listens to it. */
    static Propagation toProbes(Field field) throws IOException {
        Propagation propagation = new Propagation();
        try {
            for (Kind kind : field.contenders().keySet()) {
                propagation.probes.put(kind, start(kind, field.database(kind)));
            }
            return propagation;
        } catch (IOException | RuntimeException e) {
            propagation.close();
            throw e;
        }
    }

    private static Process start(Kind kind, Address database) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PropagationProbe.class.getName(),
                        kind.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(database.environment());
        return builder.start();
    }

    /** The value is the median in ms. */
    Slice measure(Kind kind, Contender store) throws Exception {
        Process probe = probes.get(kind);
        if (probe == null) {
            throw new IllegalStateException("no probe for " + kind);
        }
        BufferedReader answers = probe.inputReader();
        appendUntilHeard(store, answers);
        if (warm.add(kind)) {
            warmUp(store, answers);
        }
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            append(store);
            TimeUnit.MILLISECONDS.sleep(
                    ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
        }
        while (millis.size() < EVENTS) {
            millis.add(answer(answers) / 1e3);
        }
        double median =
                Turns.median(millis.stream().mapToDouble(Double::doubleValue).toArray());
        return new Slice(median, EVENTS, Duration.ZERO, Duration.ZERO);
    }

    /** The probe may still be starting, from whatever the head is at that moment. */
    private static void appendUntilHeard(Contender store, BufferedReader answers) throws Exception {
        int appended = 0;
        do {
            append(store);
            appended++;
            TimeUnit.MILLISECONDS.sleep(LONGEST_PAUSE_MILLIS);
        } while (!answers.ready());
        TimeUnit.SECONDS.sleep(2);
        while (answers.ready() && appended-- > 0) {
            answer(answers);
        }
    }

    private static void warmUp(Contender store, BufferedReader answers) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            append(store);
        }
        for (int i = 0; i < WARM_UP; i++) {
            answer(answers);
        }
    }

    private static void append(Contender store) throws Exception {
        Happened happened = Happened.first(Happened.newId());
        store.append(List.of(happened.at(happened.flow(), 0)));
    }

    private static long answer(BufferedReader answers) throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the listening process has ended");
        }
        return Long.parseLong(line);
    }

    @Override
    public void close() {
        probes.values().forEach(Process::destroy);
    }
}
