package dev.troupe.quarantine;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.troupe.kit.quarantine.Held;
import dev.troupe.kit.quarantine.QuarantineEntry;
import dev.troupe.kit.quarantine.RejectedInput;
import dev.troupe.operator.ServiceClient;
import dev.troupe.operator.Services;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks order-service about its quarantine, for orders are what comes in. */
public final class QuarantineClient {

    private static final String PATH = "/operator/quarantine";
    private static final int BATCH = 500;
    private static final int PAGE = 1_000;

    private final ServiceClient orders;

    /** Asks the order-service among these. */
    public QuarantineClient(Services services) {
        this.orders = services.named("order");
    }

    /** Puts input into quarantine. */
    public Held hold(List<RejectedInput> inputs) {
        Map<String, Integer> held = new TreeMap<>();
        int alreadyThere = 0;
        for (int from = 0; from < inputs.size(); from += BATCH) {
            Held batch =
                    orders.post("/quarantine", inputs.subList(from, Math.min(inputs.size(), from + BATCH)), Held.class);
            batch.held().forEach((reason, count) -> held.merge(reason, count, Integer::sum));
            alreadyThere += batch.alreadyThere();
        }
        return new Held(held, alreadyThere);
    }

    /** All entries in a state, or all if none is named. */
    List<QuarantineEntry> list(String state) {
        List<QuarantineEntry> all = new ArrayList<>();
        List<QuarantineEntry> page;
        do {
            long after = all.isEmpty() ? 0 : all.getLast().id();
            page = orders.get(
                    "%s?limit=%d&after=%d%s".formatted(PATH, PAGE, after, state.isEmpty() ? "" : "&state=" + state),
                    new TypeReference<List<QuarantineEntry>>() {});
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    /** An entry with its content; that it was opened is recorded. */
    QuarantineEntry open(long id) {
        return orders.post("%s/%d/open".formatted(PATH, id), null, QuarantineEntry.class);
    }

    QuarantineEntry release(long id, Map<String, Object> order) {
        return orders.post("%s/%d/release".formatted(PATH, id), order, QuarantineEntry.class);
    }

    QuarantineEntry drop(long id, String reason) {
        return orders.post("%s/%d/drop".formatted(PATH, id), Map.of("reason", reason), QuarantineEntry.class);
    }
}
