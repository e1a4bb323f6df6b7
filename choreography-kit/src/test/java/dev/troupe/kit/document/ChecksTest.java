package dev.troupe.kit.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.kit.status.Declaration;
import dev.troupe.kit.status.Declaration.DeclaredAggregate;
import dev.troupe.kit.status.Declaration.DeclaredFact;
import dev.troupe.kit.status.Declaration.DeclaredReaction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final DeclaredFact LIT = new DeclaredFact("lamp.lit", 1, false);
    private static final DeclaredFact WENT_OUT = new DeclaredFact("lamp.went-out", 1, true);

    @Test
    void aSoundChoreographyHasNoFindings() {
        assertThat(findings(reaction("Extinguish", List.of("lamp.went-out"), 1_000, null), lamp()))
                .isEmpty();
    }

    @Test
    void aFactThatNobodyReactsToMustBeTerminal() {
        assertThat(Checks.of(ChoreographyMap.of(List.of(declaration(List.of(), lamp())))))
                .singleElement()
                .asString()
                .contains("Nobody reacts to lamp.lit", "@Fact(terminal = true)");
    }

    @Test
    void anExpectationThatNobodyCanFulfilIsFound() {
        assertThat(findings(reaction("Extinguish", List.of("lamp.broken"), 1_000, null), lamp()))
                .singleElement()
                .asString()
                .contains("WhenLitThenExtinguish", "expects lamp.broken", "no service publishes");
    }

    @Test
    void anExpectationWithoutALimitIsFound() {
        assertThat(findings(reaction("Extinguish", List.of("lamp.went-out"), 0, null), lamp()))
                .singleElement()
                .asString()
                .contains("by when");
    }

    @Test
    void aReactionThatLeadsToNothingIsFound() {
        DeclaredReaction idle = new DeclaredReaction("WhenLitThenIdle", "lamp.lit", List.of(), 0);
        assertThat(findings(idle, lamp())).singleElement().asString().contains("leads to no command");
    }

    @Test
    void aFactThatNobodyPublishesIsFound() {
        Map<String, List<String>> commands = Map.of("Extinguish", List.of("lamp.went-out"));
        assertThat(findings(reaction("Extinguish", List.of(), 0, null), commands))
                .singleElement()
                .asString()
                .contains("lamp.lit is published by no command");
    }

    @Test
    void aFactThatAnotherServicePublishesIsFound() {
        Declaration thief = new Declaration(
                "thief",
                "thief-reactions",
                List.of(),
                List.of(new DeclaredAggregate("Pocket", Map.of("Steal", List.of("lamp.lit")), Map.of())),
                List.of(),
                List.of(),
                List.of());
        Declaration owner = declaration(List.of(reaction("Extinguish", List.of(), 0, null)), lamp());
        assertThat(Checks.of(ChoreographyMap.of(List.of(owner, thief))))
                .singleElement()
                .asString()
                .contains("belongs to lamp, but thief publishes it");
    }

    @Test
    void aLoopIsFoundUnlessItSaysWhyItEnds() {
        assertThat(findings(reaction("Light", List.of(), 0, null), lamp()))
                .singleElement()
                .asString()
                .contains("lamp.lit → lamp.lit is a loop", "@MayLoop");
        assertThat(findings(reaction("Light", List.of(), 0, "the oil runs out"), lamp()))
                .isEmpty();
    }

    private static List<String> findings(DeclaredReaction reaction, Map<String, List<String>> commands) {
        return Checks.of(ChoreographyMap.of(List.of(declaration(List.of(reaction), commands))));
    }

    private static Declaration declaration(List<DeclaredReaction> reactions, Map<String, List<String>> commands) {
        return new Declaration(
                "lamp",
                "lamp-reactions",
                List.of(LIT, WENT_OUT),
                List.of(new DeclaredAggregate("Lamp", commands, Map.of())),
                reactions,
                List.of(),
                List.of());
    }

    private static Map<String, List<String>> lamp() {
        return Map.of("Light", List.of("lamp.lit"), "Extinguish", List.of("lamp.went-out"));
    }

    private static DeclaredReaction reaction(
            String command, List<String> expects, long within, @Nullable String loopEnds) {
        return new DeclaredReaction(
                "WhenLitThen" + command, "lamp.lit", List.of(command), expects, within, Map.of(), loopEnds);
    }
}
