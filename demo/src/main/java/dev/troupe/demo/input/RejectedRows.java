package dev.troupe.demo.input;

import dev.troupe.demo.orders.file.QuarantinedRow;
import dev.troupe.kit.quarantine.RejectedInput;
import dev.troupe.quarantine.QuarantineClient;
import java.util.ArrayList;
import java.util.List;

/** Brings the rows of a file that cannot become orders to order-service's quarantine as they come, so that somebody may mend them. */
public final class RejectedRows implements AutoCloseable {

    private static final int BATCH = 500;

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
        quarantine.hold(rows);
        rows.clear();
    }
}
