package dev.troupe.provider.http;

import com.sun.net.httpserver.HttpServer;
import dev.troupe.provider.authorization.Authorizations;
import dev.troupe.provider.faults.FaultPlan;
import dev.troupe.provider.ledger.Ledger;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The HTTP server of the provider: one virtual thread per request. */
public final class ProviderServer implements AutoCloseable {

    static {
        tune("nodelay", "true"); // otherwise every answer may wait 40 ms for an acknowledgement
        tune("maxIdleConnections", "1000"); // beyond these it hangs up on clients that are about to ask again
        tune("idleInterval", "300"); // seconds; the client should be the first to let an idle connection go
        tune("maxReqTime", "60"); // seconds to send a request in
        tune("drainAmount", "1048576"); // so that whoever sends too large a body can still read the refusal
    }

    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    private ProviderServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts to answer.
     *
     * @throws IOException if the address cannot be had
     */
    public static ProviderServer start(
            InetSocketAddress address, Ledger ledger, Authorizations authorizations, FaultPlan plan)
            throws IOException {
        ProviderServer server = new ProviderServer(HttpServer.create(address, 512));
        server.server.createContext("/", new ProviderHandler(new Router(routes(ledger, authorizations, plan)), plan));
        server.server.setExecutor(server.requests);
        server.server.start();
        return server;
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once: whoever waits for an answer gets none, as after a crash. */
    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
    }

    private static List<Route> routes(Ledger ledger, Authorizations authorizations, FaultPlan plan) {
        return Stream.of(
                        new AuthorizationEndpoints(authorizations, new MishapMaker(plan)).routes(),
                        new LedgerEndpoints(ledger).routes(),
                        new FaultEndpoints(plan).routes(),
                        new HealthEndpoint(ledger).routes())
                .flatMap(List::stream)
                .toList();
    }

    private static void tune(String name, String value) {
        String property = "sun.net.httpserver." + name;
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
