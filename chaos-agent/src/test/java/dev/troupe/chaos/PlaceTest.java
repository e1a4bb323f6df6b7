package dev.troupe.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.chaos.bug.Bug;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent knows services by names only; a method that is renamed must be renamed here too. */
class PlaceTest {

    @ParameterizedTest
    @EnumSource
    void everyPlaceIsOneMethodOfAService(Place place) throws ClassNotFoundException {
        assertThat(methods(place.type(), place.method())).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void everyBugIsPlantedIntoOneMethodOfAService(Bug bug) throws ClassNotFoundException {
        assertThat(methods(bug.type(), bug.method())).isOne();
    }

    private long methods(String type, String name) throws ClassNotFoundException {
        return Arrays.stream(
                        Class.forName(type, false, getClass().getClassLoader()).getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && method.getName().equals(name))
                .count();
    }
}
