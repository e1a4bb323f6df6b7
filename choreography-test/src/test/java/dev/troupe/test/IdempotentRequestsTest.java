package dev.troupe.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troupe.events.OrderId;
import dev.troupe.kit.Troupe;
import dev.troupe.kit.TroupeSettings;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.idempotency.IdempotentRequests.Answer;
import dev.troupe.kit.problem.Refusal;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.test.Shelf.Confirm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request that is sent again is answered again and done once, whichever instance gets it. */
class IdempotentRequestsTest {

    private final TestDatabase testDatabase = TestDatabase.create("shelf-service");
    private final TroupeSettings settings = testDatabase.settings("shelf-service");
    private final TroupeSettings otherSettings = testDatabase.settings("shelf-service");
    private final ServiceDatabase database = ServiceDatabase.open(settings);
    private final Telemetry telemetry = Telemetry.create(settings);
    private final Troupe one = Troupe.create(settings, database, telemetry, Shelf.choreography());
    private final Troupe other = Troupe.create(otherSettings, database, telemetry, Shelf.choreography());

    @BeforeEach
    void start() {
        Shelf.POISONED.clear();
        one.start();
        other.start();
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        telemetry.close();
        database.close();
    }

    @Test
    void ofTwoInstancesThatAreSentARequestAtOnceOneDoesItAndBothGiveItsAnswer() throws Exception {
        CyclicBarrier bothHaveDoneIt = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Answer> first = threads.submit(() -> confirm(one, "a", bothHaveDoneIt));
            Future<Answer> second = threads.submit(() -> confirm(other, "b", bothHaveDoneIt));

            assertThat(first.get()).isEqualTo(second.get());
            Confirm done = new Confirm(new OrderId(first.get().flowId()));
            assertThat(streams()).containsExactly(done.stream());
        }
    }

    @Test
    void aRequestThatCausesNoEventIsAnsweredAgain() {
        Answer answer = one.idempotentRequests().once("key", "fingerprint", () -> answer("done before"));

        assertThat(other.idempotentRequests().once("key", "fingerprint", () -> answer("done again")))
                .isEqualTo(answer);
    }

    @Test
    void aRequestIsRefusedWhileItIsBeingHandled() {
        one.idempotentRequests().once("key", "fingerprint", () -> {
            assertThatThrownBy(() -> one.idempotentRequests().once("key", "fingerprint", () -> answer("twice")))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status())
                            .isEqualTo(409));
            return answer("once");
        });
    }

    private static Answer confirm(Troupe troupe, String order, CyclicBarrier bothHaveDoneIt) {
        AtomicBoolean first = new AtomicBoolean(true);
        return troupe.idempotentRequests().once("key", "fingerprint", () -> {
            troupe.commands().send(new Confirm(new OrderId(order)));
            if (first.getAndSet(false)) {
                await(bothHaveDoneIt);
            }
            return answer(order);
        });
    }

    private static Answer answer(String flow) {
        return new Answer(202, "/orders/" + flow, flow, "{}");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> streams() throws SQLException {
        List<String> streams = new ArrayList<>();
        try (Connection connection = testDatabase.admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT DISTINCT stream FROM events.event")) {
            while (rows.next()) {
                streams.add(rows.getString(1));
            }
        }
        return streams;
    }
}
