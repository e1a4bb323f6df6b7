package dev.troupe.provider.http;

import dev.troupe.provider.faults.FaultPlan;
import dev.troupe.provider.faults.Faults;
import dev.troupe.provider.json.Json;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Where faults are ordered. */
final class FaultEndpoints {

    private static final Logger LOG = System.getLogger(FaultEndpoints.class.getName());

    private final FaultPlan plan;

    FaultEndpoints(FaultPlan plan) {
        this.plan = plan;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/faults", this::get), new Route("PUT", "/faults", this::put));
    }

    private Answer get(Request request) {
        return Answer.json(200, plan.faults());
    }

    private Answer put(Request request) throws IOException {
        Faults faults = Faults.parse(request.body());
        plan.order(faults);
        LOG.log(Level.INFO, "faults ordered: {0}", Json.MAPPER.writeValueAsString(faults));
        return Answer.json(200, faults);
    }
}
