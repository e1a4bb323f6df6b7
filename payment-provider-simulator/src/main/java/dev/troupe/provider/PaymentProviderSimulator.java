package dev.troupe.provider;

import dev.troupe.provider.authorization.Authorizations;
import dev.troupe.provider.authorization.DeclineRule;
import dev.troupe.provider.authorization.Register;
import dev.troupe.provider.faults.FaultPlan;
import dev.troupe.provider.http.ProviderServer;
import dev.troupe.provider.ledger.Ledger;
import dev.troupe.provider.ledger.LedgerFile;
import dev.troupe.provider.ledger.LedgerMemory;
import dev.troupe.provider.ledger.LedgerStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** A running payment provider: the command line starts one, and so can a test. */
public final class PaymentProviderSimulator implements AutoCloseable {

    private final Settings settings;
    private final Ledger ledger;
    private final ProviderServer server;

    private PaymentProviderSimulator(Settings settings, Ledger ledger, ProviderServer server) {
        this.settings = settings;
        this.ledger = ledger;
        this.server = server;
    }

    /** Runs until it is stopped by a signal; see {@code --help}. */
    public static void main(String[] arguments) {
        int exitCode = new CommandLine(System.out, System.err).run(arguments, System.getenv());
        if (exitCode != CommandLine.RUNNING) {
            System.exit(exitCode);
        }
    }

    /**
     * Starts a provider in this process.
     *
     * @throws dev.troupe.provider.ledger.LedgerRefused if the ledger cannot be trusted
     * @throws IOException if the file or the address cannot be had
     */
    public static PaymentProviderSimulator start(Settings settings) throws IOException {
        Register register = new Register();
        Ledger ledger = Ledger.open(store(settings), Clock.systemUTC(), register::apply);
        try {
            FaultPlan plan = new FaultPlan(settings.faults());
            Authorizations authorizations = new Authorizations(ledger, register, new DeclineRule(plan::declines));
            InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
            return new PaymentProviderSimulator(
                    settings, ledger, ProviderServer.start(address, ledger, authorizations, plan));
        } catch (IOException | RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /** Where it can be reached. */
    public URI uri() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + server.port());
    }

    /** How many entries its ledger has. */
    public long ledgerEntries() {
        return ledger.entries();
    }

    @Override
    public void close() throws IOException {
        server.close();
        ledger.close();
    }

    private static LedgerStore store(Settings settings) throws IOException {
        Path file = settings.ledger();
        return file == null ? new LedgerMemory() : LedgerFile.open(file);
    }
}
