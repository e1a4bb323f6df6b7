package dev.troupe.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.troupe.kit.serialization.FactMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** JSON that a command is given in a file, or on standard input. */
public final class JsonInput {

    private static final Path STANDARD_INPUT = Path.of("-");

    private JsonInput() {}

    /**
     * Reads one JSON object.
     *
     * @param file where it is; {@code -} for standard input
     * @throws CommandFailure if there is no such file, or it holds no JSON object
     */
    public static Map<String, Object> object(Path file) {
        try {
            return FactMapper.get().readValue(text(file), new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new CommandFailure(
                    ExitCode.INPUT, "%s is no JSON object: %s".formatted(name(file), e.getOriginalMessage()));
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.INPUT, "There is no file %s.".formatted(file));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.INPUT, "Cannot read %s: %s".formatted(name(file), e.getMessage()));
        }
    }

    private static String text(Path file) throws IOException {
        return file.equals(STANDARD_INPUT)
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(file);
    }

    private static String name(Path file) {
        return file.equals(STANDARD_INPUT) ? "Standard input" : file.toString();
    }
}
