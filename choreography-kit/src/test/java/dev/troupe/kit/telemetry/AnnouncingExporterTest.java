package dev.troupe.kit.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AnnouncingExporterTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(AnnouncingExporter.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final List<LogRecord> saidByOthers = new CopyOnWriteArrayList<>();
    private final Handler others = new Handler() {
        @Override
        public void publish(LogRecord message) {
            saidByOthers.add(message);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
        java.util.logging.Logger.getLogger("").addHandler(others);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(said);
        java.util.logging.Logger.getLogger("").removeHandler(others);
    }

    @Test
    void thatNobodyIsThereIsOneLine() {
        // Nobody listens on the first of all ports.
        try (SdkTracerProvider provider = sendingTo("http://127.0.0.1:1/v1/traces")) {
            sendOne(provider);
            sendOne(provider);
        }

        assertThat(said.list).hasSize(1);
        assertThat(said.list.getFirst().getFormattedMessage())
                .contains("http://127.0.0.1:1/v1/traces")
                .doesNotContain("\n");
        assertThat(said.list.getFirst().getThrowableProxy()).isNull();
        assertThat(saidByOthers).isEmpty();
    }

    @Test
    void thatSpansAreTakenAgainIsAnother() throws IOException {
        AtomicInteger answer = new AtomicInteger(503);
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(answer.get(), -1);
            }
        });
        collector.start();
        try (SdkTracerProvider provider =
                sendingTo("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces")) {
            sendOne(provider);
            answer.set(200);
            sendOne(provider);
            sendOne(provider);
        } finally {
            collector.stop(0);
        }

        assertThat(said.list).hasSize(2);
        assertThat(said.list.getLast().getFormattedMessage()).contains("again");
        assertThat(saidByOthers).isEmpty();
    }

    private static SdkTracerProvider sendingTo(String endpoint) {
        return SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new AnnouncingExporter(
                        OtlpHttpSpanExporter.builder()
                                .setEndpoint(endpoint)
                                .setRetryPolicy(null)
                                .build(),
                        endpoint)))
                .build();
    }

    private static void sendOne(SdkTracerProvider provider) {
        provider.get("test").spanBuilder("PlaceOrder").startSpan().end();
        provider.forceFlush().join(10, TimeUnit.SECONDS);
    }
}
