package dev.troupe.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.kit.deadletter.DeadLetter;
import dev.troupe.kit.deadletter.DeadLetterDetails;
import dev.troupe.kit.deadletter.DeadLetterDetails.Action;
import dev.troupe.kit.deadletter.RetryOutcome;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.operator.TextTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says to people what programs get as JSON. */
final class LetterText {

    private LetterText() {}

    static String of(List<Letter> letters) {
        TextTable table = new TextTable("LETTER", "FLOW", "EVENT", "PROCESSOR", "TRIED", "NEXT TRY", "CAUSE");
        for (Letter entry : letters) {
            DeadLetter letter = entry.letter();
            table.row(
                    entry.name(),
                    letter.flowId(),
                    letter.eventType(),
                    letter.processor(),
                    letter.attempts(),
                    letter.nextTryAt(),
                    causeOf(letter));
        }
        return table.toString();
    }

    static String of(LetterName name, DeadLetterDetails details) {
        DeadLetter letter = details.letter();
        StringBuilder text = new StringBuilder("""
                %s  %s of flow %s, at position %d, event %s
                cause     %s
                tried     %d times by %s, parked at %s, %d events of the flow wait behind it
                metadata  %s
                payload   %s""".formatted(
                        name,
                        letter.eventType(),
                        letter.flowId(),
                        letter.position(),
                        letter.eventId(),
                        causeOf(letter),
                        letter.attempts(),
                        letter.processor(),
                        letter.parkedAt(),
                        details.behind(),
                        json(details.event().metadata()),
                        json(details.event().payload())));
        if (details.editedPayload() != null) {
            text.append("\nedited    ").append(json(details.editedPayload()));
        }
        details.history().forEach(action -> text.append('\n').append(of(action)));
        return text.toString();
    }

    static String of(Map<String, RetryOutcome> outcomes) {
        return outcomes.entrySet().stream()
                .map(entry -> "%s: %d handled%s"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().handled(),
                                entry.getValue().failures().stream()
                                        .map(failure -> "%n  %s/%d failed again: %s"
                                                .formatted(entry.getKey(), failure.id(), failure.cause()))
                                        .collect(Collectors.joining())))
                .collect(Collectors.joining("\n"));
    }

    private static String of(Action action) {
        return "%s  %s by %s%s"
                .formatted(action.at(), action.kind(), action.by(), action.note() == null ? "" : ": " + action.note());
    }

    private static String causeOf(DeadLetter letter) {
        String type = letter.causeType();
        return type == null
                ? "waits behind another"
                : type.substring(type.lastIndexOf('.') + 1)
                        + (letter.causeMessage() == null ? "" : ": " + letter.causeMessage());
    }

    private static String json(@Nullable Object value) {
        try {
            return FactMapper.get().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON", e);
        }
    }
}
