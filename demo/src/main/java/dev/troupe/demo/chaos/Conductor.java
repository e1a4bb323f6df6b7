package dev.troupe.demo.chaos;

import dev.troupe.demo.audit.Evidence.Span;
import dev.troupe.demo.orders.play.PlayResult;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** Carries out a schedule: waits for each disturbance's turn, opens the gate for the orders that follow it, and keeps a record. */
final class Conductor {

    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    /** So many orders may still be on their way when it is a disturbance's turn: it is to come in the middle of work. */
    private static final int ON_THEIR_WAY = 8;

    private final Scene scene;
    private final Guardian guardian;
    private final Saboteur saboteur;
    private final Journal journal;
    private final Gate gate;
    private final Future<PlayResult> playing;
    private final List<Happened> happened = new ArrayList<>();

    Conductor(Scene scene, Guardian guardian, Journal journal, Gate gate, Future<PlayResult> playing) {
        this.scene = scene;
        this.guardian = guardian;
        this.saboteur = new Saboteur(scene, guardian);
        this.journal = journal;
        this.gate = gate;
        this.playing = playing;
    }

    /** Returns after the last disturbance, when everybody is ready again. */
    void perform(List<Schedule.Entry> schedule, int orders) throws IOException, InterruptedException, SQLException {
        for (int i = 0; i < schedule.size(); i++) {
            Schedule.Entry entry = schedule.get(i);
            gate.open(entry.afterOrders());
            awaitOrders(entry.afterOrders() - ON_THEIR_WAY);
            awaitAllReady();
            gate.open(i + 1 < schedule.size() ? schedule.get(i + 1).afterOrders() : orders);
            inflict(entry.disturbance());
        }
        gate.open(orders);
        awaitAllReady();
    }

    private void inflict(Disturbance disturbance) throws IOException, InterruptedException, SQLException {
        scene.say().accept("%d orders: %s".formatted(journal.size(), disturbance.inWords()));
        Instant begin = Instant.now();
        String remark = saboteur.inflict(disturbance);
        if (!remark.isEmpty()) {
            scene.say().accept("  " + remark);
        }
        happened.add(new Happened(disturbance, begin, Instant.now(), remark));
    }

    private void awaitOrders(int count) throws InterruptedException {
        while (journal.size() < count && !playing.isDone()) {
            Thread.sleep(GLANCE);
        }
    }

    private void awaitAllReady() throws InterruptedException {
        for (String process : scene.processes().names()) {
            if (!guardian.awaitReady(process, READY_WITHIN)) {
                throw new IllegalStateException(
                        process + " was not ready again after " + READY_WITHIN.toSeconds() + " s");
            }
        }
    }

    /** What was done. */
    List<Happened> happened() {
        return List.copyOf(happened);
    }

    /**
     * A disturbance that has happened.
     *
     * @param remark what was different from what was planned; empty if nothing
     */
    record Happened(Disturbance disturbance, Instant from, Instant to, String remark) {

        /** How long its consequences may last: a process starts again, a claim or a connection is given up. */
        private static final Duration AFTERMATH = Duration.ofSeconds(5);

        Span span() {
            return new Span(from, to.plus(AFTERMATH));
        }
    }
}
