package dev.troupe.demo.launch;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The doors of the system and where they are unless told otherwise. */
public enum Port {
    TRACE_VIEWER("trace-viewer", 8080, true),
    ORDER("order", 8081, true),
    PAYMENT("payment", 8082, true),
    INVENTORY("inventory", 8083, true),
    NOTIFICATION("notification", 8084, true),
    PROVIDER("provider", 8090, false),
    POSTGRES("postgres", 15432, false),
    SMTP("smtp", 3025, false),
    OTLP("otlp", 4318, false);

    private final String label;
    private final int standard;
    private final boolean managed;

    Port(String label, int standard, boolean managed) {
        this.label = label;
        this.standard = standard;
        this.managed = managed;
    }

    /** What the command line calls it. */
    public String label() {
        return label;
    }

    String scheme() {
        return switch (this) {
            case POSTGRES -> "postgresql";
            case SMTP -> "smtp";
            default -> "http";
        };
    }

    int standard() {
        return standard;
    }

    /** Whether health and metrics are answered on a port of their own, 1000 above. */
    boolean isManaged() {
        return managed;
    }

    /** The labels of those that take part in the choreography and can be operated. */
    static Set<String> services() {
        return Stream.of(ORDER, PAYMENT, INVENTORY, NOTIFICATION)
                .map(Port::label)
                .collect(Collectors.toSet());
    }

    static Optional<Port> labelled(String label) {
        return Arrays.stream(values()).filter(port -> port.label.equals(label)).findFirst();
    }
}
