package dev.troupe.kit;

import dev.troupe.kit.Choreography.AggregateType;
import dev.troupe.kit.axonserver.EventIndexer;
import dev.troupe.kit.command.AggregateStates;
import dev.troupe.kit.command.Commands;
import dev.troupe.kit.command.LocalCommands;
import dev.troupe.kit.command.RepositoryStates;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.deadletter.DeadLetterOffice;
import dev.troupe.kit.deadletter.DeadLetters;
import dev.troupe.kit.idempotency.AnswerSweeper;
import dev.troupe.kit.idempotency.IdempotentRequests;
import dev.troupe.kit.idempotency.JdbcIdempotentRequests;
import dev.troupe.kit.job.Job;
import dev.troupe.kit.job.JobOffice;
import dev.troupe.kit.job.JobQueue;
import dev.troupe.kit.job.JobRunner;
import dev.troupe.kit.metrics.ServiceGauges;
import dev.troupe.kit.metrics.StoreMeters;
import dev.troupe.kit.processor.BatchProcessor;
import dev.troupe.kit.processor.Members;
import dev.troupe.kit.processor.ProcessorContext;
import dev.troupe.kit.processor.ProjectionHandler;
import dev.troupe.kit.processor.ReactionHandler;
import dev.troupe.kit.processor.StreamingProcessor;
import dev.troupe.kit.projection.JdbcView;
import dev.troupe.kit.projection.Projection;
import dev.troupe.kit.projection.View;
import dev.troupe.kit.replay.Replays;
import dev.troupe.kit.serialization.FactDecoder;
import dev.troupe.kit.serialization.FactSerializer;
import dev.troupe.kit.serialization.FactUpcasting;
import dev.troupe.kit.serialization.UnknownFacts;
import dev.troupe.kit.state.PastStates;
import dev.troupe.kit.status.StatusReporter;
import dev.troupe.kit.status.TimeLimitCheck;
import dev.troupe.kit.store.EventSource;
import dev.troupe.kit.store.ServiceEventStore;
import dev.troupe.kit.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** A service put together: its aggregates, processors, jobs and views on one database. */
final class RunningTroupe implements Troupe {

    private static final int JOB_THREADS = 8;

    private final Choreography choreography;
    private final ServiceDatabase database;
    private final ServiceEventStore store;
    private final Configuration axon;
    private final LocalCommands commands;
    private final IdempotentRequests idempotentRequests;
    private final JobRunner jobs;
    private final List<BatchProcessor> processors = new ArrayList<>();
    private final StatusReporter status;
    private final Replays replays;
    private final PastStates pastStates;
    private final DeadLetterOffice deadLetters;
    private final Members members;
    private final AnswerSweeper answers;
    private final TroupeSettings settings;
    private volatile boolean running;

    RunningTroupe(TroupeSettings settings, ServiceDatabase database, Telemetry telemetry, Choreography choreography) {
        this.settings = settings;
        this.choreography = choreography;
        this.database = database;
        String schema = choreography.service();
        migrate(schema);
        FactSerializer serializer = new FactSerializer(
                choreography.catalogue(),
                choreography.aggregates().stream()
                        .<Class<?>>map(AggregateType::type)
                        .toList());
        StoreMeters storeMeters = new StoreMeters(telemetry.meters());
        UnknownFacts unknown = new UnknownFacts();
        FactUpcasting upcasting =
                new FactUpcasting(new FactDecoder(choreography.catalogue().types()), unknown);
        this.store = settings.eventStore().open(settings.service(), database, serializer, upcasting, storeMeters);
        EventSource source = store.source();
        this.axon =
                AxonWiring.configure(choreography, settings, database.transactions(), serializer, store.eventStore());
        this.commands = new LocalCommands(axon.commandBus(), database.transactions(), telemetry);
        this.idempotentRequests = new JdbcIdempotentRequests(database.transactions(), schema);
        JobQueue queue = new JobQueue(database.transactions(), schema, choreography.jobs(), choreography.deadlines());
        this.jobs = new JobRunner(
                database.writer(),
                schema,
                settings.instance(),
                JOB_THREADS,
                choreography.jobs(),
                choreography.deadlines(),
                commands,
                queue,
                telemetry);
        queue.onCommitted(jobs::wake);
        this.replays = new Replays(database, store, choreography);
        this.pastStates = new PastStates(choreography, store.log(), serializer, axon);
        DeadLetters letters = new DeadLetters(database.transactions(), source, schema);
        this.members = new Members(database.writer(), schema, settings.instance(), BatchProcessor.CLAIM_TIMEOUT);
        addProcessors(
                queue,
                telemetry,
                new ProcessorContext(
                        source,
                        database.writer(),
                        database.transactions(),
                        letters,
                        members,
                        settings.instance(),
                        store.commitsAlong()));
        this.deadLetters = new DeadLetterOffice(
                database.transactions(),
                source,
                schema,
                processors.stream().map(BatchProcessor::retries).toList());
        this.answers = new AnswerSweeper(database.writer(), schema);
        this.status = new StatusReporter(
                database.writer(), settings, choreography, processors, source, unknown, telemetry.meters());
        status.tell(new ServiceGauges(telemetry.meters(), database.writer(), schema, storeMeters));
        database.tell(telemetry.meters());
    }

    private void migrate(String schema) {
        database.migrate(schema, "db/service");
        choreography
                .projections()
                .forEach(projection -> database.migrate(
                        projection.name(), "db/projection-common", "db/projection/" + projection.name()));
    }

    private void addProcessors(JobQueue queue, Telemetry telemetry, ProcessorContext context) {
        if (!choreography.reactions().isEmpty()) {
            ReactionHandler reactions = new ReactionHandler(
                    choreography.service() + "-reactions",
                    choreography.reactionSegments(),
                    choreography.reactions(),
                    commands,
                    queue,
                    context.source(),
                    telemetry);
            processors.add(new BatchProcessor(reactions, choreography.service(), context));
        }
        for (Projection<?> projection : choreography.projections()) {
            ProjectionHandler<?> handler =
                    new ProjectionHandler<>(projection, database.transactions(), context.source());
            processors.add(new BatchProcessor(handler, projection.name(), context));
        }
        store.indexer().ifPresent(indexer -> processors.add(new BatchProcessor(indexer, EventIndexer.SCHEMA, context)));
    }

    @Override
    public void start() {
        LocalBuses.require(axon);
        store.start();
        axon.start();
        status.start();
        new TimeLimitCheck(database.writer()).check(settings.service(), choreography.timeLimits());
        members.join();
        processors.forEach(BatchProcessor::start);
        jobs.start();
        answers.start();
        replays.resumeAfterRestart();
        running = true;
    }

    @Override
    public boolean isReady() {
        return running && status.isReachable();
    }

    @Override
    public Commands commands() {
        return commands;
    }

    @Override
    public AggregateStates states() {
        return new RepositoryStates(axon);
    }

    @Override
    public IdempotentRequests idempotentRequests() {
        return idempotentRequests;
    }

    @Override
    public <R extends Record> View<R> view(Class<? extends Projection<R>> type) {
        return choreography.projections().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .<View<R>>map(projection -> new JdbcView<>(database.writer(), projection))
                .orElseThrow(() -> new IllegalArgumentException(
                        type.getSimpleName() + " is no projection of " + choreography.service()));
    }

    @Override
    public List<StreamingEventProcessor> processors() {
        return processors.stream()
                .<StreamingEventProcessor>map(StreamingProcessor::new)
                .toList();
    }

    @Override
    public DeadLetterOffice deadLetters() {
        return deadLetters;
    }

    @Override
    public JobOffice waitingJobs() {
        return new JobOffice(
                database.writer(),
                choreography.service(),
                choreography.jobs().stream().map(Job::name).collect(Collectors.toSet()),
                jobs::wake);
    }

    @Override
    public Replays replays() {
        return replays;
    }

    @Override
    public PastStates pastStates() {
        return pastStates;
    }

    @Override
    public void close() {
        running = false;
        replays.close();
        members.close();
        processors.forEach(BatchProcessor::close);
        jobs.close();
        answers.close();
        status.close();
        axon.shutdown();
        store.close();
    }
}
