package dev.troupe.demo.input;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.troupe.demo.orders.file.QuarantinedRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps the rows of an input that could not become orders, one JSON object a line, in a file named after the input. */
public final class QuarantineFile implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Path draft;
    private final BufferedWriter writer;

    /** Begins a file; that of an earlier reading of the same input is replaced when this one is complete. */
    public QuarantineFile(Path folder, String input) throws IOException {
        Files.createDirectories(folder);
        this.file = folder.resolve(input + ".ndjson");
        this.draft = folder.resolve(input + ".ndjson.new");
        this.writer = Files.newBufferedWriter(draft);
    }

    /** Keeps a row. */
    public void add(QuarantinedRow row) {
        try {
            writer.write(JSON.writeValueAsString(row));
            writer.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + draft, e);
        }
    }

    /** Where the rows are kept. */
    public Path path() {
        return file;
    }

    @Override
    public void close() throws IOException {
        writer.close();
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
