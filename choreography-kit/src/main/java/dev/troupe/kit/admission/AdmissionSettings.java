package dev.troupe.kit.admission;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How much the service takes on.
 *
 * @param ratePerSecond how many requests of one client per second in the long run
 * @param burst how many requests of one client at once
 * @param inFlight how many requests of all clients may be worked on at the same time
 * @param maxLag how many events the slowest service may be behind before no new flow is started
 */
public record AdmissionSettings(long ratePerSecond, long burst, int inFlight, long maxLag) {

    /** What holds unless said otherwise. */
    public static final AdmissionSettings DEFAULT = new AdmissionSettings(1_000, 2_000, 64, 5_000);

    public AdmissionSettings {
        requirePositive("rate", ratePerSecond);
        requirePositive("burst", burst);
        requirePositive("in-flight", inFlight);
        requirePositive("max-lag", maxLag);
    }

    /**
     * Reads the settings from properties named {@code troupe.admission.*}.
     *
     * @param property gives the value of a property, or null
     * @throws IllegalArgumentException if one is wrong; the message names it
     */
    public static AdmissionSettings from(UnaryOperator<@Nullable String> property) {
        return new AdmissionSettings(
                number(property, "rate", DEFAULT.ratePerSecond),
                number(property, "burst", DEFAULT.burst),
                (int) Math.min(Integer.MAX_VALUE, number(property, "in-flight", DEFAULT.inFlight)),
                number(property, "max-lag", DEFAULT.maxLag));
    }

    private static long number(UnaryOperator<@Nullable String> property, String name, long otherwise) {
        String value = property.apply("troupe.admission." + name);
        try {
            return value == null || value.isBlank() ? otherwise : Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "troupe.admission.%s must be a whole number, not '%s'".formatted(name, value), e);
        }
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("troupe.admission.%s must be at least 1, not %d".formatted(name, value));
        }
    }
}
