package dev.troupe.provider.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.troupe.provider.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Entries as lines of JSON, and back. */
final class LedgerCodec {

    private LedgerCodec() {}

    static void write(LedgerEntry entry, ByteArrayOutputStream lines) throws IOException {
        lines.writeBytes(Json.MAPPER.writeValueAsBytes(entry));
        lines.write('\n');
    }

    /**
     * The entry on a line.
     *
     * @throws LedgerRefused if the line is not an entry, or not the one that belongs there
     */
    static LedgerEntry read(LedgerLines.Line line) throws IOException {
        LedgerEntry entry;
        try {
            entry = Json.MAPPER.readValue(line.bytes(), LedgerEntry.class);
        } catch (JsonProcessingException e) {
            throw refused(
                    line,
                    "it is not an entry: "
                            + e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
        }
        if (entry.seq() != line.number()) {
            throw refused(line, "it has seq " + entry.seq() + ", so lines are missing or were added");
        }
        return entry;
    }

    /** Whether an unfinished line can be the beginning of the entry that belongs there. */
    static boolean mayBeginEntry(LedgerLines.Line line) {
        String expected = "{\"seq\":" + line.number() + ",";
        String found = new String(line.bytes(), StandardCharsets.UTF_8);
        return found.startsWith(expected) || expected.startsWith(found);
    }

    static LedgerRefused refused(LedgerLines.Line line, String why) {
        return new LedgerRefused(
                "line %d of the ledger (byte %d) is broken: %s. The provider does not guess about money:"
                                .formatted(line.number(), line.offset(), why)
                        + " restore the file from a copy, or move it away to begin an empty ledger");
    }
}
