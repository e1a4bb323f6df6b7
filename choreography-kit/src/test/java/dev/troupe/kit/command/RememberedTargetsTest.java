package dev.troupe.kit.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A command is for the same aggregate as with Axon's own resolver, whichever way it says so. */
class RememberedTargetsTest {

    private final RememberedTargets targets = new RememberedTargets();

    @Test
    void methodOfAnInterfaceNamesIt() {
        assertThat(target(new ByInterface("a")).getIdentifier()).isEqualTo("stream-a");
        assertThat(target(new ByInterface("b")).getIdentifier()).isEqualTo("stream-b");
    }

    @Test
    void componentOfARecordNamesIt() {
        assertThat(target(new ByComponent("a", 1)).getIdentifier()).isEqualTo("a");
    }

    @Test
    void versionIsHeeded() {
        assertThat(target(new WithVersion("a", 7L))).isEqualTo(new VersionedAggregateIdentifier("a", 7L));
    }

    @Test
    void commandThatNamesNoneIsRefused() {
        assertThatThrownBy(() -> target("no target")).hasMessageContaining("does not identify the target aggregate");
        assertThatThrownBy(() -> target(new ByComponent(null, 1)))
                .hasMessageContaining("does not identify the target aggregate");
    }

    private VersionedAggregateIdentifier target(Object command) {
        CommandMessage<Object> message = new GenericCommandMessage<>(command);
        return targets.resolveTarget(message);
    }

    interface Named {
        String name();

        @TargetAggregateIdentifier
        default String stream() {
            return "stream-" + name();
        }
    }

    record ByInterface(String name) implements Named {}

    record ByComponent(@TargetAggregateIdentifier @Nullable String id, int amount) {}

    record WithVersion(
            @TargetAggregateIdentifier String id,
            @TargetAggregateVersion Long version) {}
}
