package dev.troupe.state;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.troupe.kit.state.PastState;
import dev.troupe.kit.state.StateHistory;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.ServiceClient;
import dev.troupe.operator.Services;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The aggregates of all services as they were: finds out by itself which service an aggregate belongs to. */
public final class StateClient {

    private static final String STATES = "/operator/states";

    private final Services services;

    /** The aggregates of these services. */
    public StateClient(Services services) {
        this.services = services;
    }

    /**
     * An aggregate as it was.
     *
     * @param at a position or a time; now if absent
     */
    public PastState at(String aggregate, String id, @Nullable String at) {
        String moment = at == null ? "" : "?at=" + encoded(at);
        return owner(aggregate).get(path(aggregate, id) + moment, PastState.class);
    }

    /** What each of its events did to it, from the first to the last. */
    public StateHistory history(String aggregate, String id) {
        ServiceClient service = owner(aggregate);
        List<StateHistory.Step> steps = new ArrayList<>();
        Long after = -1L;
        while (after != null) {
            StateHistory page =
                    service.get("%s/history?after=%d".formatted(path(aggregate, id), after), StateHistory.class);
            steps.addAll(page.items());
            after = page.next();
        }
        return new StateHistory(aggregate, id, steps, null);
    }

    private ServiceClient owner(String aggregate) {
        List<String> known = new ArrayList<>();
        for (ServiceClient service : services.all()) {
            List<String> types = service.get(STATES, new TypeReference<List<String>>() {});
            if (types.contains(aggregate)) {
                return service;
            }
            known.addAll(types);
        }
        throw new CommandFailure(
                ExitCode.USAGE, "There are no aggregates called '%s'; there are %s.".formatted(aggregate, known));
    }

    private static String path(String aggregate, String id) {
        return "%s/%s/%s".formatted(STATES, encoded(aggregate), encoded(id));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
