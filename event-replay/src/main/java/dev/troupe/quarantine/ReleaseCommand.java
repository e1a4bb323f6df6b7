package dev.troupe.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.troupe.kit.quarantine.QuarantineEntry;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.operator.CommandFailure;
import dev.troupe.operator.ExitCode;
import dev.troupe.operator.OperatorCommand;
import dev.troupe.operator.Output;
import dev.troupe.operator.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a mended order go on. */
@Command(
        name = "release",
        description = "Place the order as it should have been; it keeps the file and rows it came from.")
final class ReleaseCommand extends OperatorCommand {

    @Parameters(paramLabel = "ID", description = "The entry.")
    private long id;

    @Option(
            names = "--order",
            paramLabel = "FILE",
            required = true,
            description = "The mended order as JSON, such as POST /orders takes it.")
    private Path order = Path.of("");

    @Override
    protected ExitCode run(Services services, Output output) {
        QuarantineEntry entry = new QuarantineClient(services).release(id, read());
        output.answer(entry, QuarantineText.of(entry));
        return ExitCode.OK;
    }

    private JsonNode read() {
        try {
            return FactMapper.get().readTree(Files.readString(order));
        } catch (JsonProcessingException e) {
            throw new CommandFailure(ExitCode.INPUT, "%s is no JSON: %s".formatted(order, e.getOriginalMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.INPUT, "Cannot read %s: %s".formatted(order, e.getMessage()));
        }
    }
}
