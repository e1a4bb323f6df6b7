package dev.troupe.bench.measure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The CPU time that a process and its children have used so far. */
public final class CpuTime {

    private CpuTime() {}

    /** That of this process. */
    public static Duration ofThisProcess() {
        return of(ProcessHandle.current());
    }

    /** That of a process without its children. */
    public static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** That of a process and all it has started, as far as they still run. */
    public static Duration ofTree(ProcessHandle root) {
        return root.descendants().map(CpuTime::of).reduce(of(root), Duration::plus);
    }

    /** The main process of the PostgreSQL server on this machine that a data source leads to. */
    public static ProcessHandle serverOf(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            int session = connection.unwrap(PGConnection.class).getBackendPID();
            return ProcessHandle.of(session)
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow(() -> new IllegalStateException("the server is not on this machine"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
