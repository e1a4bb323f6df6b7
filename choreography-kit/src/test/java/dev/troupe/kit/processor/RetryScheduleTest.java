package dev.troupe.kit.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

    private static final Exception PASSING = new UncheckedIOException(new IOException("away"));

    @Test
    void waitsGrowUpToTenSecondsAndEndAfterTenAttempts() {
        Duration altogether = IntStream.range(1, RetrySchedule.ATTEMPTS)
                .mapToObj(attempts -> Objects.requireNonNull(RetrySchedule.after(attempts, PASSING)))
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(RetrySchedule.after(1, PASSING)).isBetween(Duration.ofMillis(25), Duration.ofMillis(50));
        assertThat(RetrySchedule.after(9, PASSING)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(altogether).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(25));
        assertThat(RetrySchedule.after(RetrySchedule.ATTEMPTS, PASSING)).isNull();
    }

    @Test
    void waitsAreScatteredSoThatManyDoNotComeBackTogether() {
        assertThat(IntStream.range(0, 50)
                        .mapToObj(i -> RetrySchedule.after(6, PASSING))
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "57014", "53300", "08006", "57P01"})
    void whatADatabaseGetsOverMayPass(String state) {
        assertThat(Failures.mayPass(new IllegalStateException(new SQLException("x", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01", "XX000"})
    void whatIsWrongWithARowOrAStatementDoesNotPass(String state) {
        assertThat(Failures.mayPass(new SQLException("x", state))).isFalse();
    }

    @Test
    void aRaceMayPassAndAFaultInTheCodeDoesNot() {
        assertThat(Failures.mayPass(new ConcurrencyException("lost"))).isTrue();
        assertThat(RetrySchedule.after(1, new NullPointerException())).isNull();
    }
}
