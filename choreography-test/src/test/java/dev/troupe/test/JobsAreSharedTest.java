package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.OrderId;
import dev.troupe.kit.Choreography;
import dev.troupe.kit.job.Job;
import dev.troupe.kit.job.JobContext;
import dev.troupe.kit.job.JobQueue;
import dev.troupe.kit.job.JobResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobsAreSharedTest {

    private static final int THREADS = 8;
    private static final int MOST_PER_THREAD = 4;
    private static final int DUE = 600;

    private final TestDatabase database = TestDatabase.create("shelf-service");
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    /** The planner knows a queue as it was when it was analysed: mostly empty, and mostly of dead rows. */
    @Test
    void anInstanceTakesNoMoreThanItsShareOfALongQueueThatPostgresTakesForAShortOne() throws Exception {
        Choreography slow = Choreography.of("shelf").job(new Slow()).build();
        new ShelfInstance(database, "first", slow).close();
        fill(0, 20_000, Instant.now().plusSeconds(3_600));
        execute("DELETE FROM shelf.scheduled_tasks WHERE task_instance <> 'job-0'", "ANALYZE shelf.scheduled_tasks");
        fill(20_000, DUE, Instant.now().minusSeconds(1));

        try (ShelfInstance instance = new ShelfInstance(database, "second", slow)) {
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            String taken = database.query("SELECT count(*) FROM shelf.scheduled_tasks WHERE picked")
                    .getFirst();
            end.countDown();

            assertThat(Integer.parseInt(taken)).isBetween(1, THREADS * MOST_PER_THREAD);
        }
    }

    private void fill(int from, int count, Instant due) throws SQLException {
        String data = JobQueue.envelope("flow", "cause", null, due, new OrderId("order-1"));
        try (Connection connection = database.admin().getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO shelf.scheduled_tasks
                          (task_name, task_instance, task_data, execution_time, priority, picked, version, consecutive_failures)
                        SELECT 'slow', 'job-' || n, convert_to(?, 'UTF8'), ?::timestamptz, 0, false, 1, 0
                        FROM generate_series(?, ?) AS n""")) {
            insert.setString(1, data);
            insert.setString(2, due.toString());
            insert.setInt(3, from);
            insert.setInt(4, from + count - 1);
            insert.executeUpdate();
        }
    }

    private void execute(String... commands) throws SQLException {
        try (Connection connection = database.admin().getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private final class Slow implements Job<OrderId> {
        @Override
        public String name() {
            return "slow";
        }

        @Override
        public JobResult run(OrderId data, JobContext context) throws InterruptedException {
            begun.countDown();
            end.await();
            return JobResult.done();
        }
    }
}
