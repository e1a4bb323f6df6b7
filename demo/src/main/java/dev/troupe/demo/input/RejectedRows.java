package dev.troupe.demo.input;

import dev.troupe.demo.orders.file.QuarantinedRow;
import dev.troupe.demo.orders.play.PlaySettings;
import dev.troupe.kit.quarantine.RejectedInput;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.ServiceRefused;
import dev.troupe.quarantine.QuarantineClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the rows of a file that cannot become orders to order-service's quarantine as they come, so that somebody may mend them. Like orders
 * they are brought again while the service is busy or away; a row is held once, however often it comes.
 */
public final class RejectedRows implements AutoCloseable {

    private static final int BATCH = 500;
    private static final Duration PATIENCE = PlaySettings.DEFAULT.patience();
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final QuarantineClient quarantine;
    private final List<RejectedInput> rows = new ArrayList<>();

    /** Brings them there. */
    public RejectedRows(QuarantineClient quarantine) {
        this.quarantine = quarantine;
    }

    /** Takes over a row; it is handed on with others. */
    public void add(QuarantinedRow row) {
        rows.add(
                new RejectedInput(row.file(), row.row(), row.row(), row.reason().name(), row.detail(), row.raw()));
        if (rows.size() == BATCH) {
            handOn();
        }
    }

    @Override
    public void close() {
        if (!rows.isEmpty()) {
            handOn();
        }
    }

    private void handOn() {
        Instant giveUpAt = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                quarantine.hold(rows);
                rows.clear();
                return;
            } catch (CommandFailure e) {
                if (!mayPass(e) || Instant.now().isAfter(giveUpAt)) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static boolean mayPass(CommandFailure failure) {
        return failure instanceof ServiceRefused refused
                ? refused.status() == UNAVAILABLE || refused.status() == TOO_MANY_REQUESTS
                : failure.exitCode() == ExitCode.NOT_RUNNING;
    }

    private static void pause(CommandFailure reason) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
