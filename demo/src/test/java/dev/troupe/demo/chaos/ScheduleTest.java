package dev.troupe.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.demo.chaos.Disturbance.Kill;
import dev.troupe.demo.chaos.Disturbance.KillAt;
import dev.troupe.demo.chaos.Schedule.Entry;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final int ORDERS = 5_000;

    private final List<Entry> schedule = Schedule.of(ORDERS, 100, 1);

    @Test
    void theSameSeedGivesTheSameScheduleAndAnotherSeedAnother() {
        assertThat(Schedule.of(ORDERS, 100, 1)).isEqualTo(schedule);
        assertThat(Schedule.of(ORDERS, 100, 2)).isNotEqualTo(schedule);
    }

    @Test
    void aHundredKillsComeInOrderBeforeTheOrdersEnd() {
        assertThat(schedule.stream().filter(entry -> entry.disturbance().isKill()))
                .hasSize(100);
        assertThat(schedule).isSortedAccordingTo(Comparator.comparingInt(Entry::afterOrders));
        assertThat(schedule).allMatch(entry -> entry.afterOrders() < ORDERS);
    }

    @Test
    void aHundredKillsStrikeEverybodyAndEveryServiceAtEachOfItsPoints() {
        assertThat(schedule).extracting(Entry::disturbance).contains(kills());
        for (Point point : Point.values()) {
            for (Victim service : point.services()) {
                assertThat(schedule)
                        .extracting(Entry::disturbance)
                        .anyMatch(disturbance -> disturbance instanceof KillAt kill
                                && kill.point() == point
                                && kill.victim() == service);
            }
        }
    }

    private static Disturbance[] kills() {
        return java.util.Arrays.stream(Victim.values()).map(Kill::new).toArray(Disturbance[]::new);
    }
}
