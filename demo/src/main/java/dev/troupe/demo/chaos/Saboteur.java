package dev.troupe.demo.chaos;

import dev.troupe.demo.chaos.Disturbance.Cut;
import dev.troupe.demo.chaos.Disturbance.Delay;
import dev.troupe.demo.chaos.Disturbance.Kill;
import dev.troupe.demo.chaos.Disturbance.KillAt;
import dev.troupe.demo.chaos.Disturbance.Pause;
import dev.troupe.demo.chaos.Disturbance.Redeliver;
import dev.troupe.eventstore.postgres.StoredEvent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Does what a schedule says, by means that no service offers: signals, broken lines, and the administrator's SQL. */
final class Saboteur {

    private static final Duration REACHED_WITHIN = Duration.ofSeconds(10);

    private final Scene scene;
    private final Guardian guardian;

    Saboteur(Scene scene, Guardian guardian) {
        this.scene = scene;
        this.guardian = guardian;
    }

    /** Does it and returns when it is over, apart from processes that are still being started again; a remark if there is one to make. */
    String inflict(Disturbance disturbance) throws IOException, InterruptedException, SQLException {
        switch (disturbance) {
            case Kill kill -> kill(kill.victim());
            case KillAt kill -> {
                return killAt(kill);
            }
            case Pause pause -> pause(pause);
            case Cut cut -> scene.lines().of(cut.line()).cut();
            case Delay delay -> delay(delay);
            case Redeliver redeliver -> redeliver(redeliver);
        }
        return "";
    }

    private void kill(Victim victim) throws IOException {
        if (victim == Victim.POSTGRESQL) {
            scene.database().kill();
            scene.database().restart();
        } else {
            guardian.kill(victim.process());
        }
    }

    /** A point that is not reached, because nothing happens there, spares nobody. */
    private String killAt(KillAt kill) throws IOException, InterruptedException {
        String service = kill.service().process();
        boolean reached = scene.moments().await(service, kill.point(), kill.hit(), REACHED_WITHIN);
        try {
            kill(kill.victim());
        } finally {
            scene.moments().letGo(service);
        }
        return reached ? "" : "not reached, killed all the same";
    }

    private void pause(Pause pause) throws IOException, InterruptedException {
        long pid = scene.processes().pid(pause.victim().process());
        signal("STOP", pid);
        try {
            Thread.sleep(pause.lasting());
        } finally {
            signal("CONT", pid);
        }
    }

    private static void signal(String name, long pid) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .start()
                .onExit()
                .join();
    }

    private void delay(Delay delay) throws InterruptedException {
        Proxy proxy = scene.lines().of(delay.line());
        proxy.delay(delay.each());
        try {
            Thread.sleep(delay.lasting());
        } finally {
            proxy.delay(Duration.ZERO);
        }
    }

    /** Whoever works on a segment notices that its token is not where it was, and begins again from where it is. */
    private void redeliver(Redeliver redeliver) throws SQLException {
        String table = "\"%s\".token".formatted(redeliver.service().schema().orElseThrow());
        try (Connection connection = scene.database().admin().getConnection();
                Statement select = connection.createStatement();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE %s SET position = ?, event_id = ? WHERE processor = ? AND segment = ?"
                                .formatted(table))) {
            connection.setAutoCommit(false);
            try (ResultSet tokens = select.executeQuery(
                    "SELECT processor, segment, position FROM %s ORDER BY 1, 2 FOR UPDATE".formatted(table))) {
                while (tokens.next()) {
                    List<StoredEvent> last = eventsUpTo(tokens.getLong(3), redeliver.events() + 1);
                    if (last.size() > redeliver.events()) {
                        update.setLong(1, last.getFirst().position());
                        update.setObject(2, last.getFirst().eventId());
                        update.setString(3, tokens.getString(1));
                        update.setInt(4, tokens.getInt(2));
                        update.executeUpdate();
                    }
                }
            }
            connection.commit();
        }
    }

    /** The last events up to a position, fewer if there are no more; a log is read forward, and may have holes. */
    private List<StoredEvent> eventsUpTo(long position, int count) {
        for (long span = count; ; span *= 2) {
            List<StoredEvent> events = scene.log().read(Math.max(0, position - span), position, (int) span);
            if (events.size() >= count || span >= position) {
                return events.subList(Math.max(0, events.size() - count), events.size());
            }
        }
    }
}
