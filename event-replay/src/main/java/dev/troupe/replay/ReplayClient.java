package dev.troupe.replay;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.troupe.kit.replay.Comparison;
import dev.troupe.kit.replay.ProjectionInfo;
import dev.troupe.kit.replay.Replay;
import dev.troupe.kit.replay.ReplayAudit;
import dev.troupe.kit.replay.ReplayPlan;
import dev.troupe.kit.replay.ReplayRequest;
import dev.troupe.kit.replay.Throttle;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.ServiceClient;
import dev.troupe.operator.Services;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The replays of all services: finds out by itself which service a projection or a replay belongs to. */
public final class ReplayClient {

    private static final String REPLAYS = "/operator/replays";
    private static final String PROJECTIONS = "/operator/projections";

    private final Services services;

    /** The replays of these services. */
    public ReplayClient(Services services) {
        this.services = services;
    }

    /** What can be rebuilt. */
    public List<ProjectionInfo> projections() {
        List<ProjectionInfo> projections = new ArrayList<>();
        for (ServiceClient service : services.all()) {
            projections.addAll(projectionsOf(service));
        }
        return projections;
    }

    /** What a rebuild would do; changes nothing. */
    public ReplayPlan plan(ReplayRequest request) {
        List<String> query = new ArrayList<>();
        request.selected()
                .toParameters()
                .forEach((name, values) -> values.forEach(value -> query.add(name + "=" + encoded(value))));
        if (request.eventsPerSecond() != null) {
            query.add("eventsPerSecond=" + request.eventsPerSecond());
        }
        String path = "%s/%s/plan?%s".formatted(PROJECTIONS, encoded(request.projection()), String.join("&", query));
        return owner(request.projection()).get(path, ReplayPlan.class);
    }

    /** Begins to build a shadow. */
    public Replay start(ReplayRequest request) {
        return owner(request.projection()).post(REPLAYS, request, Replay.class);
    }

    /** Lets a replay wait until it is resumed. */
    public Replay pause(String id) {
        return change(id, "pause");
    }

    /** Goes on with a paused replay. */
    public Replay resume(String id) {
        return change(id, "resume");
    }

    /** Changes how fast a replay goes at most; 0 for as fast as it can. */
    public Replay throttle(String id, int eventsPerSecond) {
        return serviceOf(id).put(pathOf(id) + "/throttle", new Throttle(eventsPerSecond), Replay.class);
    }

    /** Gives a replay up. */
    public Replay cancel(String id) {
        return change(id, "cancel");
    }

    /** Compares the shadow with the live projection. */
    public Comparison compare(String id) {
        return serviceOf(id).get(pathOf(id) + "/comparison", Comparison.class);
    }

    /** Makes the shadow the live projection. */
    public Replay swap(String id) {
        return change(id, "swap");
    }

    /** Makes the former projection the live one again. */
    public Replay rollback(String id) {
        return change(id, "rollback");
    }

    /** A replay as it is now. */
    public Replay show(String id) {
        return services.first("a replay " + id, service -> service.get(pathOf(id), Replay.class));
    }

    /** What was planned, and what was done to a replay by whom. */
    public ReplayAudit audit(String id) {
        return services.first("a replay " + id, service -> service.get(pathOf(id) + "/audit", ReplayAudit.class));
    }

    /**
     * The id of a replay.
     *
     * @param named an id, or a projection, by which its newest replay is meant
     */
    public String idOf(String named) {
        if (named.matches(".*-\\d+")) {
            return named;
        }
        return list().stream()
                .filter(replay -> replay.projection().equals(named))
                .findFirst()
                .map(Replay::id)
                .orElseThrow(() -> new CommandFailure(ExitCode.REFUSED, "There is no replay of " + named + "."));
    }

    /** All replays, the newest first. */
    public List<Replay> list() {
        List<Replay> replays = new ArrayList<>();
        for (ServiceClient service : services.all()) {
            replays.addAll(service.get(REPLAYS, new TypeReference<List<Replay>>() {}));
        }
        replays.sort(Comparator.comparing(Replay::requestedAt).reversed());
        return replays;
    }

    private Replay change(String id, String verb) {
        return serviceOf(id).post(pathOf(id) + "/" + verb, null, Replay.class);
    }

    private ServiceClient serviceOf(String id) {
        return services.first("a replay " + id, service -> {
            service.get(pathOf(id), Replay.class);
            return service;
        });
    }

    private ServiceClient owner(String projection) {
        List<String> known = new ArrayList<>();
        for (ServiceClient service : services.all()) {
            List<String> names =
                    projectionsOf(service).stream().map(ProjectionInfo::name).toList();
            if (names.contains(projection)) {
                return service;
            }
            known.addAll(names);
        }
        throw new CommandFailure(
                ExitCode.REFUSED, "There is no projection called '%s'; there are %s.".formatted(projection, known));
    }

    private static List<ProjectionInfo> projectionsOf(ServiceClient service) {
        return service.get(PROJECTIONS, new TypeReference<List<ProjectionInfo>>() {});
    }

    private static String pathOf(String id) {
        return REPLAYS + "/" + encoded(id);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
