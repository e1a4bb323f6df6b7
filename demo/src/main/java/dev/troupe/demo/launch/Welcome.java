package dev.troupe.demo.launch;

import dev.troupe.operator.RunningSystem;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What a person wants to know once everything is ready. */
final class Welcome {

    private Welcome() {}

    static void say(Stage stage, Console console) {
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        RunningSystem system = stage.system();
        console.say(String.format(Locale.ROOT, "Ready after %.1f s.", seconds));
        console.say("  flows and map   %s", system.url(Port.TRACE_VIEWER.label()));
        console.say("  orders          %s", system.url(Port.ORDER.label()));
        console.say("  payments        %s", system.url(Port.PAYMENT.label()));
        console.say("  inventory       %s", system.url(Port.INVENTORY.label()));
        console.say("  notifications   %s", system.url(Port.NOTIFICATION.label()));
        console.say("  provider        %s", system.url(Port.PROVIDER.label()));
        console.say("  database        %s", stage.database().url());
        console.say("  access          %s", access());
        console.say("  data and logs   %s", stage.data().path());
    }

    private static String access() {
        String mode = System.getenv().getOrDefault("TROUPE_SECURITY_MODE", "development");
        return mode.equals("development")
                ? "DEVELOPMENT MODE, open to whoever is on this machine; operators: ./troupe token --role operate"
                : mode + ": ./troupe token --role read,trade,operate";
    }
}
