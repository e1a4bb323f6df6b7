package dev.troupe.viewer.state;

import dev.troupe.kit.state.StateHistory.Change;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event did to the aggregate that published it.
 *
 * @param aggregate the aggregate's type, such as {@code order}
 * @param id its id
 * @param changes the fields that differ after the event
 * @param after all of its fields after the event; personal values stay sealed
 * @param unknown why nothing of this is known, for a person; absent if it is
 */
public record EventState(
        @Nullable String aggregate,
        @Nullable String id,
        List<Change> changes,
        Map<String, @Nullable Object> after,
        @Nullable String unknown) {

    static EventState unknown(String why) {
        return new EventState(null, null, List.of(), Map.of(), why);
    }
}
