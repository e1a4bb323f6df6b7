package dev.troupe.events.upcast;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.troupe.events.NotificationFailureCause;
import java.util.Map;

/** The kind of failure could only be told from the words of the reason; now it stands beside them. */
public final class NotificationFailedTo2 implements Upcaster {

    @Override
    public void upcast(ObjectNode payload) {
        Fields.split(
                payload, "reason", reason -> Map.of("cause", causeOf(reason).name(), "detail", reason));
    }

    private static NotificationFailureCause causeOf(String reason) {
        if (reason.equals("the customer's personal data was erased")) {
            return NotificationFailureCause.PERSONAL_DATA_ERASED;
        }
        return reason.startsWith("given up after ")
                ? NotificationFailureCause.GIVEN_UP
                : NotificationFailureCause.REFUSED;
    }
}
