package dev.troupe.kit.processor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * A processor as Axon's tools see one: it can be started and stopped, and its segments can be seen, split, merged, given away and taken back. Tokens
 * are not reset: a projection is replayed beside the live one, and reactions are never replayed.
 */
public final class StreamingProcessor implements StreamingEventProcessor {

    private static final long UNTIL_CLAIMED_AGAIN_SECONDS = 10;

    private final BatchProcessor processor;

    /** Shows a processor to Axon. */
    public StreamingProcessor(BatchProcessor processor) {
        this.processor = processor;
    }

    @Override
    public String getName() {
        return processor.name();
    }

    @Override
    public void start() {
        processor.start();
    }

    @Override
    public void shutDown() {
        processor.close();
    }

    @Override
    public CompletableFuture<Void> shutdownAsync() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread.ofVirtual().name(getName() + "-shutdown").start(() -> {
            processor.close();
            ended.complete(null);
        });
        return ended;
    }

    @Override
    public boolean isRunning() {
        return processor.isRunning();
    }

    /** Whether it runs and yet handles nothing, in none of the segments it works on. */
    @Override
    public boolean isError() {
        Map<Integer, EventTrackerStatus> segments = processingStatus();
        return !segments.isEmpty() && segments.values().stream().allMatch(EventTrackerStatus::isErrorState);
    }

    @Override
    public String getTokenStoreIdentifier() {
        return processor.tokenTable();
    }

    @Override
    public int maxCapacity() {
        return Short.MAX_VALUE;
    }

    @Override
    public Map<Integer, EventTrackerStatus> processingStatus() {
        return processor.segments().stream()
                .collect(Collectors.toMap(segment -> segment.claim().segment(), TrackerStatus::new));
    }

    @Override
    public void releaseSegment(int segment) {
        releaseSegment(segment, UNTIL_CLAIMED_AGAIN_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void releaseSegment(int segment, long notFor, TimeUnit unit) {
        processor.release(segment, Duration.of(notFor, unit.toChronoUnit()));
    }

    @Override
    public CompletableFuture<Boolean> claimSegment(int segment) {
        return processor.claim(segment);
    }

    @Override
    public CompletableFuture<Boolean> splitSegment(int segment) {
        return processor.split(segment);
    }

    @Override
    public CompletableFuture<Boolean> mergeSegment(int segment) {
        return processor.merge(segment);
    }

    @Override
    public boolean isReplaying() {
        return false;
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void resetTokens() {
        throw noReset();
    }

    @Override
    public <R> void resetTokens(@Nullable R resetContext) {
        throw noReset();
    }

    @Override
    public void resetTokens(
            Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken> initialTrackingTokenSupplier) {
        throw noReset();
    }

    @Override
    public <R> void resetTokens(
            Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken> initialTrackingTokenSupplier,
            @Nullable R resetContext) {
        throw noReset();
    }

    @Override
    public void resetTokens(TrackingToken startPosition) {
        throw noReset();
    }

    @Override
    public <R> void resetTokens(TrackingToken startPosition, @Nullable R resetContext) {
        throw noReset();
    }

    private UnsupportedOperationException noReset() {
        return new UnsupportedOperationException("The tokens of " + getName()
                + " are not reset, because its rows would be wrong until it has caught up, and reactions would act twice. Replay a"
                + " projection beside the live one instead: ./troupe replay, or POST /operator/replays.");
    }

    @Override
    public List<MessageHandlerInterceptor<? super EventMessage<?>>> getHandlerInterceptors() {
        return List.of();
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super EventMessage<?>> interceptor) {
        throw new UnsupportedOperationException(
                getName() + " handles events in batches and takes no interceptors of single events");
    }
}
