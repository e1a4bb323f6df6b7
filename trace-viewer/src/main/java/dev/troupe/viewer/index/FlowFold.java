package dev.troupe.viewer.index;

import dev.troupe.eventstore.postgres.StoredEvent;
import dev.troupe.kit.flow.Expectations;
import dev.troupe.viewer.index.Page.Entry;
import java.util.List;

/** Works out what the index would keep of a flow from its events alone. */
public final class FlowFold {

    private FlowFold() {}

    /** What is to be known of a flow with these events, of which there is at least one. */
    public static FlowRow of(String flowId, List<StoredEvent> events, Expectations expectations) {
        FlowDraft draft = new FlowDraft(expectations, null);
        for (Entry entry : Page.of(events).entries()) {
            draft.add(entry.event(), entry.payload());
        }
        return draft.row(flowId);
    }
}
