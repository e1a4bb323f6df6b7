package dev.troupe.kit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.config.DefaultConfigurer;
import org.junit.jupiter.api.Test;

class LocalBusesTest {

    @Test
    void busesOfThePlainConfigurerAreLocal() {
        assertThatCode(() -> LocalBuses.require(
                        DefaultConfigurer.defaultConfiguration(false).buildConfiguration()))
                .doesNotThrowAnyException();
    }

    /** The connector makes remote buses as soon as it is found on the class path. */
    @Test
    void busesThatLeaveTheProcessAreRefused() {
        assertThatThrownBy(() -> LocalBuses.require(
                        DefaultConfigurer.defaultConfiguration(true).buildConfiguration()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The command bus must be local")
                .hasMessageContaining("AxonServerCommandBus");
    }
}
