package dev.troupe.kit.document;

import dev.troupe.kit.document.ChoreographyMap.Answer;
import dev.troupe.kit.document.ChoreographyMap.FactNode;
import dev.troupe.kit.document.ChoreographyMap.Publisher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be seen to be wrong with a choreography without running it; each finding says what to do. */
public final class Checks {

    private final Set<String> published;

    private Checks(ChoreographyMap map) {
        this.published = map.facts().stream()
                .filter(fact -> !fact.publishers().isEmpty())
                .map(FactNode::name)
                .collect(Collectors.toSet());
    }

    /** All that is wrong; nothing if the choreography is sound. */
    public static List<String> of(ChoreographyMap map) {
        Checks checks = new Checks(map);
        List<String> findings = new ArrayList<>();
        map.facts().forEach(fact -> {
            checks.publication(fact).forEach(findings::add);
            checks.consumption(fact).forEach(findings::add);
            fact.reactions().stream()
                    .flatMap(answer -> checks.answer(fact, answer))
                    .forEach(findings::add);
        });
        findings.addAll(new Loops(map).findings());
        return findings;
    }

    private Stream<String> publication(FactNode fact) {
        if (fact.publishers().isEmpty()) {
            return Stream.of(
                    "%s is published by no command of %s: publish it in an aggregate, or take it out of the vocabulary if it was never stored."
                            .formatted(fact.name(), fact.owner()));
        }
        return fact.publishers().stream()
                .map(Publisher::service)
                .filter(service -> !service.equals(fact.owner()))
                .distinct()
                .map(service -> "%s belongs to %s, but %s publishes it: let %s publish a fact of its own."
                        .formatted(fact.name(), fact.owner(), service, service));
    }

    private Stream<String> consumption(FactNode fact) {
        if (fact.terminal() || !fact.reactions().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                "Nobody reacts to %s: add a reaction When…Then…, or mark it @Fact(terminal = true) if a flow may end with it."
                        .formatted(fact.name()));
    }

    private Stream<String> answer(FactNode fact, Answer answer) {
        List<String> findings = new ArrayList<>();
        if (answer.commands().isEmpty()) {
            findings.add("%s of %s leads to no command: send one, or delete the reaction."
                    .formatted(answer.reaction(), answer.service()));
        }
        answer.expects().stream()
                .filter(expected -> !published.contains(expected))
                .forEach(expected -> findings.add(
                        "%s of %s expects %s after %s, but no service publishes that: expect a fact that somebody publishes."
                                .formatted(answer.reaction(), answer.service(), expected, fact.name())));
        if (!answer.expects().isEmpty() && answer.withinMillis() <= 0) {
            findings.add("%s of %s expects something but not by when: give it a limit with within(...)."
                    .formatted(answer.reaction(), answer.service()));
        }
        return findings.stream();
    }

    /** Facts that lead back to themselves through reactions none of which says why that ends. */
    private static final class Loops {

        private final ChoreographyMap map;
        private final Set<String> done = new HashSet<>();
        private final List<String> path = new ArrayList<>();
        private final List<String> findings = new ArrayList<>();

        Loops(ChoreographyMap map) {
            this.map = map;
        }

        List<String> findings() {
            map.facts().forEach(fact -> follow(fact.name()));
            return findings;
        }

        private void follow(String fact) {
            if (path.contains(fact)) {
                List<String> loop = new ArrayList<>(path.subList(path.indexOf(fact), path.size()));
                loop.add(fact);
                findings.add(
                        "%s is a loop: break it, or mark one of its reactions @MayLoop(endsBecause = \"…\") and say why it ends."
                                .formatted(String.join(" → ", loop)));
                return;
            }
            if (!done.add(fact)) {
                return;
            }
            path.add(fact);
            map.facts().stream()
                    .filter(node -> node.name().equals(fact))
                    .flatMap(node -> node.reactions().stream())
                    .filter(answer -> answer.loopEnds() == null)
                    .flatMap(answer -> answer.leadsTo().stream())
                    .distinct()
                    .forEach(this::follow);
            path.removeLast();
        }
    }
}
