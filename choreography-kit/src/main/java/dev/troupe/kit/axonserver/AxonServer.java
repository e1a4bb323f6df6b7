package dev.troupe.kit.axonserver;

import dev.troupe.kit.store.Outage;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** The connection of this process to Axon Server; it comes back by itself after an outage. */
public final class AxonServer implements AutoCloseable {

    private static final long ANSWERS_WITHIN_SECONDS = 10;
    /** Events on their way to one stream; with some kilobytes each that bounds what a slow consumer keeps in memory. */
    private static final int PERMITS = 1_000;

    private static final int MORE_PERMITS = 250;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AxonServerSettings settings;
    private final AxonServerConfiguration configuration;
    private final AxonServerConnectionManager connections;

    private AxonServer(AxonServerSettings settings, String client) {
        this.settings = settings;
        this.configuration = configuration(settings, client);
        this.connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
    }

    /**
     * Makes a connection, which is opened when it is first used.
     *
     * @param client the name under which Axon Server shows this process
     */
    public static AxonServer connect(AxonServerSettings settings, String client) {
        return new AxonServer(settings, client);
    }

    private static AxonServerConfiguration configuration(AxonServerSettings settings, String client) {
        AxonServerConfiguration configuration = AxonServerConfiguration.builder()
                .servers(settings.servers())
                .context(settings.context())
                .componentName(client)
                .eventFlowControl(PERMITS, MORE_PERMITS, PERMITS - MORE_PERMITS)
                .suppressDownloadMessage()
                .build();
        if (settings.token() != null) {
            configuration.setToken(settings.token());
        }
        if (settings.certificate() != null) {
            configuration.setCertFile(settings.certificate().toString());
        }
        configuration.setSslEnabled(settings.tls());
        return configuration;
    }

    /**
     * Waits until Axon Server answers: started together with it, as containers are, a service is often ready first. Fails with a
     * sentence that names the address if it does not answer in time.
     */
    void awaitReachable(Duration patience) {
        Instant giveUpAt = Instant.now().plus(patience);
        while (true) {
            try {
                lastToken();
                return;
            } catch (EventStoreException e) {
                if (!Outage.isBehind(e) || Instant.now().isAfter(giveUpAt)) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("Interrupted while waiting for Axon Server", e);
        }
    }

    /** The index of the newest event, -1 if there is none. */
    long lastToken() {
        Long token = answer("say how far its log is", events().getLastToken());
        return token == null ? -1 : token;
    }

    /** Appends all events in one transaction, or none. */
    void append(List<Event> events) {
        answer("append to " + streams(events), events().appendEvents(events.toArray(Event[]::new)));
    }

    private static List<String> streams(List<Event> events) {
        return events.stream()
                .map(event -> event.getAggregateIdentifier() + " at " + event.getAggregateSequenceNumber())
                .limit(5)
                .toList();
    }

    EventChannel events() {
        return connections.getConnection(settings.context()).eventChannel();
    }

    AxonServerConfiguration configuration() {
        return configuration;
    }

    AxonServerConnectionManager connections() {
        return connections;
    }

    /** Waits for an answer; failures say what was asked of whom. */
    <T> @Nullable T answer(String what, CompletableFuture<T> asked) {
        try {
            return asked.get(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw EventStoreFailures.translate(e.getCause() == null ? e : e.getCause(), refusal(what));
        } catch (TimeoutException e) {
            throw new EventStoreException(refusal(what) + ": no answer within " + ANSWERS_WITHIN_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException(refusal(what) + ": interrupted", e);
        }
    }

    private String refusal(String what) {
        return "Axon Server at " + settings + " cannot " + what;
    }

    @Override
    public String toString() {
        return settings.toString();
    }

    @Override
    public void close() {
        connections.shutdown();
    }
}
