package dev.troupe.demo.launch;

import dev.troupe.demo.database.EmbeddedDatabase;
import dev.troupe.demo.database.OwnerOnly;
import dev.troupe.demo.mail.MailServer;
import dev.troupe.demo.mail.Mailbox;
import dev.troupe.demo.process.ProcessLedger;
import dev.troupe.demo.process.Processes;
import dev.troupe.kit.store.EventStoreSettings;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.RunningSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Everything the system consists of, started in order and put away in the opposite order. */
public final class Stage implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);

    private final Deque<AutoCloseable> opened;
    private final DataDirectory data;
    private final EmbeddedDatabase database;
    private final EventStoreSettings eventStore;
    private final Mailbox mailbox;
    private final Processes processes;
    private final RunningSystem system;

    private Stage(
            Deque<AutoCloseable> opened,
            DataDirectory data,
            EmbeddedDatabase database,
            EventStoreSettings eventStore,
            Mailbox mailbox,
            Processes processes,
            RunningSystem system) {
        this.opened = opened;
        this.data = data;
        this.database = database;
        this.eventStore = eventStore;
        this.mailbox = mailbox;
        this.processes = processes;
        this.system = system;
    }

    /** Starts everything and returns when all is ready; what was started is put away again if something fails. */
    public static Stage open(StageSettings settings, Console console) throws InterruptedException {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            return open(settings, console, opened);
        } catch (IOException e) {
            close(opened);
            throw new LaunchFailure(
                    ExitCode.DATA_DIRECTORY, "Cannot write to " + settings.data() + ": " + e.getMessage());
        } catch (InterruptedException | RuntimeException | Error e) {
            close(opened);
            throw e;
        }
    }

    private static Stage open(StageSettings settings, Console console, Deque<AutoCloseable> opened)
            throws IOException, InterruptedException {
        DataDirectory data = open(opened, DataDirectory.open(settings.data()));
        Leftovers.of(data).end(console);
        if (settings.fresh()) {
            data.empty()
                    .forEach(name -> console.say(
                            "Left alone, because it is not Troupe's: %s",
                            data.path().resolve(name)));
        }
        OwnerOnly.folder(data.run());
        OwnerOnly.folder(data.provider());
        settings.ports().requireFree(settings.portsNeeded());
        Secrets secrets = new Secrets(data.secrets());
        EmbeddedDatabase database = open(opened, DatabaseStart.of(settings, data, secrets, console));
        Mailbox mailbox = new Mailbox(data.mails());
        open(opened, MailServer.start(settings.ports().of(Port.SMTP), mailbox));
        Processes processes = open(opened, new Processes(data.logs(), new ProcessLedger(data.processes())));
        Cast cast = new Cast(settings, new ServiceEnvironment(settings, secrets, data, database.url()));
        for (Service service : settings.services()) {
            processes.start(cast.process(service));
        }
        processes.awaitReady(READY_WITHIN, name -> console.say("  %s is ready", name));
        RunningSystem system = new RunningSystem(
                ProcessHandle.current().pid(), settings.ports().urls(), Port.services());
        system.write(data.path());
        opened.push(() -> RunningSystem.forget(data.path()));
        return new Stage(opened, data, database, settings.eventStore(), mailbox, processes, system);
    }

    private static <T extends AutoCloseable> T open(Deque<AutoCloseable> opened, T resource) {
        opened.push(resource);
        return resource;
    }

    private static void close(Deque<AutoCloseable> opened) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.err.println("While stopping: " + e.getMessage());
            }
        }
    }

    /** The folder everything is kept in. */
    public DataDirectory data() {
        return data;
    }

    public EmbeddedDatabase database() {
        return database;
    }

    /** Where the events are. */
    public EventStoreSettings eventStore() {
        return eventStore;
    }

    /** What the customers received. */
    public Mailbox mailbox() {
        return mailbox;
    }

    public Processes processes() {
        return processes;
    }

    /** Where everything can be reached. */
    public RunningSystem system() {
        return system;
    }

    @Override
    public void close() {
        close(opened);
    }
}
