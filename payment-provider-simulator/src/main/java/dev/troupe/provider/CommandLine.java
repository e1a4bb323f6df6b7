package dev.troupe.provider;

import dev.troupe.provider.ledger.LedgerRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The provider's command line: settings in, a running provider or a sentence and an exit code out. */
final class CommandLine {

    static final int RUNNING = -1;
    static final int OK = 0;
    static final int NOT_UNDERSTOOD = 2;
    static final int LEDGER_REFUSED = 3;
    static final int NOT_STARTED = 4;

    private static final String HELP = """
            Usage: java -cp ... dev.troupe.provider.PaymentProviderSimulator [--help]

            A payment provider over HTTP with a ledger of its own and faults to order.
            It is set by environment variables:

              PROVIDER_HOST    address to listen on (default 127.0.0.1; it has no login, so keep it local)
              PROVIDER_PORT    port to listen on (default 8090; 0 takes any that is free)
              PROVIDER_LEDGER  file of the ledger (default: in memory only, gone when the process ends)
              PROVIDER_FAULTS  faults in force from the start, as the JSON of PUT /faults

            Exit codes: 0 helped, 2 arguments or settings not understood, 3 ledger refused
            (broken or in use), 4 address or file not available, 143 stopped by a signal.
            """;

    private final PrintStream out;
    private final PrintStream err;

    CommandLine(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(String[] arguments, Map<String, String> environment) {
        if (List.of(arguments).equals(List.of("--help"))) {
            out.print(HELP);
            return OK;
        }
        if (arguments.length > 0) {
            err.println("not understood: " + String.join(" ", arguments) + " (--help tells what is)");
            return NOT_UNDERSTOOD;
        }
        try {
            return start(Settings.from(environment));
        } catch (IllegalArgumentException e) {
            return failed(NOT_UNDERSTOOD, String.valueOf(e.getMessage()));
        }
    }

    private int start(Settings settings) {
        logOnOneLine();
        try {
            announce(settings, PaymentProviderSimulator.start(settings));
            return RUNNING;
        } catch (LedgerRefused e) {
            return failed(LEDGER_REFUSED, String.valueOf(e.getMessage()));
        } catch (SocketException e) {
            return failed(
                    NOT_STARTED,
                    "cannot listen on %s port %d: %s; set PROVIDER_HOST or PROVIDER_PORT to another"
                            .formatted(settings.host(), settings.port(), e.getMessage()));
        } catch (IOException e) {
            return failed(
                    NOT_STARTED,
                    "cannot use the ledger %s (%s: %s); set PROVIDER_LEDGER to a file that can be written"
                            .formatted(settings.ledger(), e.getClass().getSimpleName(), e.getMessage()));
        }
    }

    private static void announce(Settings settings, PaymentProviderSimulator provider) {
        Logger log = System.getLogger(PaymentProviderSimulator.class.getName());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(provider)));
        if (settings.ledger() == null) {
            log.log(
                    Level.WARNING,
                    "THE LEDGER IS IN MEMORY ONLY and is lost when this process ends; set PROVIDER_LEDGER to keep it");
        } else {
            log.log(
                    Level.INFO,
                    "the ledger {0} has {1} entries",
                    settings.ledger().toAbsolutePath(),
                    provider.ledgerEntries());
        }
        log.log(Level.INFO, "listening on {0}", provider.uri());
    }

    private static void stop(PaymentProviderSimulator provider) {
        try {
            provider.close();
        } catch (IOException e) {
            System.err.println("the ledger could not be closed: " + e.getMessage());
        }
    }

    private static void logOnOneLine() {
        Locale.setDefault(Locale.ROOT); // the same digits wherever it runs
        String property = "java.util.logging.SimpleFormatter.format";
        if (System.getProperty(property) == null) {
            System.setProperty(property, "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n");
        }
    }

    private int failed(int exitCode, String why) {
        err.println(why);
        return exitCode;
    }
}
