package dev.troupe.demo.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.operator.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| `(\\w+)` \\|", Pattern.MULTILINE);

    @Test
    void theReferenceNamesEveryCodeAndNoOther() throws IOException {
        String reference = Files.readString(Path.of("../docs/reference/exit-codes.md"));
        List<String> documented = ROW.matcher(reference)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(ExitCode.values())
                        .map(code -> code.code() + " " + code)
                        .toList());
    }
}
