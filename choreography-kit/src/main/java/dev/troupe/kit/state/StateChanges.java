package dev.troupe.kit.state;

import dev.troupe.kit.state.StateHistory.Change;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which fields differ between two states. */
final class StateChanges {

    private final List<Change> changes = new ArrayList<>();

    private StateChanges() {}

    static List<Change> between(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        StateChanges found = new StateChanges();
        found.compare("", before, after);
        return found.changes;
    }

    private void compare(String prefix, Map<?, ?> before, Map<?, ?> after) {
        Set<Object> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        for (Object field : fields) {
            compare(prefix + field, before.get(field), after.get(field));
        }
    }

    private void compare(String field, @Nullable Object before, @Nullable Object after) {
        if (before instanceof Map<?, ?> fieldsBefore && after instanceof Map<?, ?> fieldsAfter) {
            compare(field + ".", fieldsBefore, fieldsAfter);
        } else if (!Objects.equals(before, after)) {
            changes.add(new Change(field, before, after));
        }
    }
}
