package dev.troupe.kit.document;

import dev.troupe.kit.document.ChoreographyMap.Answer;
import dev.troupe.kit.document.ChoreographyMap.FactNode;
import dev.troupe.kit.document.ChoreographyMap.Publisher;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

/** Writes the choreography for people. */
public final class MarkdownDocument {

    private static final String HEAD = """
        # The choreography

        Read from the code of all services by `./troupe choreography --write`; a test fails when it is stale. Nobody directs this: each
        service decides by itself what it does about a fact, and says what must follow and by when.

        ```mermaid
        %s```

        Round ends mark facts with which a flow may end; an arrow is labelled with the service that reacts.
        """;

    private MarkdownDocument() {}

    /** The document. */
    public static String of(ChoreographyMap map) {
        StringBuilder text = new StringBuilder(HEAD.formatted(MermaidPicture.of(map)));
        String owner = "";
        for (FactNode fact : map.facts()) {
            if (!fact.owner().equals(owner)) {
                owner = fact.owner();
                text.append("\n## Facts of ").append(owner).append('\n');
            }
            text.append(section(fact));
        }
        return text.toString();
    }

    private static String section(FactNode fact) {
        StringBuilder text = new StringBuilder("\n### `%s`\n\nRevision %d. Published by %s.%s%s\n"
                .formatted(
                        fact.name(),
                        fact.revision(),
                        publishers(fact),
                        fact.terminal() ? " A flow may end with it." : "",
                        fact.projections().isEmpty() ? "" : " Shown by " + code(fact.projections()) + "."));
        if (!fact.reactions().isEmpty()) {
            text.append(
                    "\n| reaction | of | commands | may lead to | must follow | within |\n|---|---|---|---|---|---|\n");
            fact.reactions().forEach(answer -> text.append(row(answer)));
        }
        fact.reactions().stream()
                .filter(answer -> answer.loopEnds() != null)
                .forEach(answer ->
                        text.append("\nA loop through %s ends: %s\n".formatted(answer.reaction(), answer.loopEnds())));
        return text.toString();
    }

    private static String publishers(FactNode fact) {
        return fact.publishers().stream()
                .collect(Collectors.groupingBy(
                        publisher -> publisher.service() + "'s " + publisher.aggregate(),
                        java.util.TreeMap::new,
                        Collectors.mapping(Publisher::command, Collectors.toList())))
                .entrySet()
                .stream()
                .map(entry -> "%s on %s".formatted(entry.getKey(), code(entry.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static String row(Answer answer) {
        return "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        answer.reaction(),
                        answer.service(),
                        code(answer.commands()),
                        code(answer.leadsTo()),
                        answer.expects().isEmpty()
                                ? "nothing"
                                : answer.expects().stream()
                                        .map(name -> "`" + name + "`")
                                        .collect(Collectors.joining(" or ")),
                        answer.expects().isEmpty() ? "" : seconds(answer.withinMillis()));
    }

    private static String seconds(long millis) {
        Duration limit = Duration.ofMillis(millis);
        return limit.toMillisPart() == 0 ? limit.toSeconds() + " s" : millis + " ms";
    }

    private static String code(Collection<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
