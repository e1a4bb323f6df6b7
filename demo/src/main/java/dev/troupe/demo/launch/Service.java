package dev.troupe.demo.launch;

import java.util.List;
import java.util.Optional;

/**
 * A process of the system.
 *
 * @param module the module it is built from, which is also the name of its process
 * @param mainClass where it begins
 * @param port where it serves
 * @param readiness the path that answers 200 once it can do its work, on its management port if it has one
 * @param login as whom it logs in at the database
 */
public record Service(String module, String mainClass, Port port, String readiness, Login login) {

    /** The role that reads everything and appends nothing. */
    static final String READER = "troupe_reader";

    private static final String SPRING = "/actuator/health/readiness";
    private static final String PLAIN = "/health/readiness";

    /** All of them; a new one is one more line. */
    public static final List<Service> ALL = List.of(
            new Service(
                    "payment-provider-simulator",
                    "dev.troupe.provider.PaymentProviderSimulator",
                    Port.PROVIDER,
                    "/health",
                    Login.NONE),
            new Service("order-service", "dev.troupe.order.OrderService", Port.ORDER, SPRING, Login.OWN),
            new Service("payment-service", "dev.troupe.payment.PaymentService", Port.PAYMENT, SPRING, Login.OWN),
            new Service(
                    "inventory-service", "dev.troupe.inventory.InventoryService", Port.INVENTORY, SPRING, Login.OWN),
            new Service(
                    "notification-service",
                    "dev.troupe.notification.NotificationService",
                    Port.NOTIFICATION,
                    PLAIN,
                    Login.OWN),
            new Service("trace-viewer", "dev.troupe.viewer.TraceViewer", Port.TRACE_VIEWER, SPRING, Login.OWN));

    /** The ways to log in. */
    public enum Login {
        /** Not at all. */
        NONE,
        /** With a role of its own, named after it. */
        OWN,
        /** With the role that can append nothing. */
        READER
    }

    /** The role it logs in as at the database, if it does. */
    public Optional<String> role() {
        return switch (login) {
            case NONE -> Optional.empty();
            case OWN -> Optional.of(module.replace('-', '_'));
            case READER -> Optional.of(READER);
        };
    }
}
