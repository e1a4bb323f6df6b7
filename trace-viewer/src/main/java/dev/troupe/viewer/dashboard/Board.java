package dev.troupe.viewer.dashboard;

import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.viewer.dashboard.Dashboard.Latency;
import dev.troupe.viewer.dashboard.Dashboard.ProcessorState;
import dev.troupe.viewer.dashboard.Dashboard.Rejected;
import dev.troupe.viewer.dashboard.Dashboard.Sample;
import dev.troupe.viewer.index.FlowIndex;
import dev.troupe.viewer.index.Follower;
import dev.troupe.viewer.status.ServiceState;
import dev.troupe.viewer.status.Services;
import dev.troupe.viewer.status.Waiting;
import java.sql.SQLException;
import java.util.List;

/** Works out how the system is doing. */
public final class Board {

    private final FlowIndex index;
    private final Follower follower;
    private final ServiceDatabase database;
    private final Pulse pulse;
    private final Objectives objectives;

    /** Reads from the index, and what services say, in a database. */
    public Board(FlowIndex index, Follower follower, ServiceDatabase database, Pulse pulse, Objectives objectives) {
        this.index = index;
        this.follower = follower;
        this.database = database;
        this.pulse = pulse;
        this.objectives = objectives;
    }

    /** How it is doing now. */
    public Dashboard look() throws SQLException {
        OrderFigures orders = new OrderFigures(database.writer());
        Services services = Services.look(database.reader());
        List<ProcessorState> processors = Processors.of(services);
        Sample now = pulse.feel(services);
        List<Rejected> quarantined = Rejections.quarantined(database.reader());
        Latency latency = orders.latency();
        return new Dashboard(
                now.at(),
                index.counts(),
                objectives.judge(latency, now, pulse.refusedLastHour(now), Rejections.sum(quarantined)),
                orders.lastHour(),
                orders.outcomes(),
                latency,
                processors,
                Waiting.countLetters(database.reader()),
                Rejections.refused(services),
                quarantined,
                follower.position(),
                services.all().stream().mapToLong(ServiceState::head).max().orElse(0),
                now.ingestMillis(),
                pulse.samples());
    }
}
