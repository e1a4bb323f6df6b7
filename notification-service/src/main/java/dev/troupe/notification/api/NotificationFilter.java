package dev.troupe.notification.api;

import dev.troupe.events.OrderId;
import dev.troupe.notification.domain.NotificationId;
import dev.troupe.notification.domain.NotificationStatus;
import dev.troupe.notification.http.InvalidRequestException;
import dev.troupe.notification.http.Mistake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a list of notifications is asked for, and names every mistake in it at once. */
final class NotificationFilter {

    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;

    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, String> equalTo = new HashMap<>();

    /** Wants only rows whose component has this value, if one is given. */
    <T> NotificationFilter only(String component, @Nullable String text, Function<String, T> type) {
        T value = read(component, text, type);
        if (value != null) {
            equalTo.put(component, value.toString());
        }
        return this;
    }

    @Nullable
    String key(String parameter, @Nullable String text) {
        NotificationId id = read(parameter, text, NotificationId::new);
        return id == null ? null : id.value();
    }

    int limit(String parameter, @Nullable String text) {
        Integer limit = read(parameter, text, NotificationFilter::limit);
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /**
     * The columns and the values they must have.
     *
     * @throws InvalidRequestException if there was any mistake
     */
    Map<String, String> equalTo() {
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException(mistakes);
        }
        return equalTo;
    }

    static OrderId orderId(String text) {
        return new OrderId(text);
    }

    static NotificationStatus status(String text) {
        return Arrays.stream(NotificationStatus.values())
                .filter(status -> status.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of REQUESTED, SENT, FAILED"));
    }

    private static Integer limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("must be a whole number from 1 to " + MAX_LIMIT);
    }

    private <T> @Nullable T read(String parameter, @Nullable String text, Function<String, T> type) {
        if (text == null) {
            return null;
        }
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            mistakes.add(new Mistake(parameter, String.valueOf(e.getMessage())));
            return null;
        }
    }
}
