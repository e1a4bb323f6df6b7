package dev.troupe.demo.launch;

import dev.troupe.kit.document.Checks;
import dev.troupe.kit.document.ChoreographyMap;
import dev.troupe.kit.document.GeneratedDocuments;
import dev.troupe.kit.document.MarkdownDocument;
import dev.troupe.kit.document.MermaidPicture;
import dev.troupe.kit.serialization.FactMapper;
import dev.troupe.kit.status.Declaration;
import dev.troupe.operator.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows and checks the choreography as the services are built; nothing has to run. */
@Command(name = "choreography", description = "Show which fact leads to what, as the services were last built.")
final class ChoreographyCommand implements Callable<Integer> {

    @ArgGroup
    private Form form = new Form();

    /** What to print or do; Markdown unless said. */
    private static final class Form {

        @Option(names = "--json", description = "Print it as JSON.")
        private boolean json;

        @Option(names = "--mermaid", description = "Print the picture alone.")
        private boolean mermaid;

        @Option(
                names = "--check",
                description = "Print what is wrong with it, generated documents that are stale included.")
        private boolean check;

        @Option(names = "--write", description = "Write the generated documents of the repository anew.")
        private boolean write;
    }

    @Override
    public Integer call() throws IOException {
        BuiltModules modules = BuiltModules.locate();
        List<Declaration> declarations = new DeclaredServices(modules).read();
        ChoreographyMap map = ChoreographyMap.of(declarations);
        Console console = new Console(System.err, System.out);
        if (form.check) {
            return check(map, GeneratedDocuments.of(declarations), modules.home(), console);
        }
        if (form.write) {
            write(GeneratedDocuments.of(declarations), modules.home(), console);
        } else {
            console.answer(text(map));
        }
        return ExitCode.OK.code();
    }

    private String text(ChoreographyMap map) throws IOException {
        if (form.json) {
            return FactMapper.get().writerWithDefaultPrettyPrinter().writeValueAsString(map);
        }
        return form.mermaid ? MermaidPicture.of(map) : MarkdownDocument.of(map);
    }

    private static int check(ChoreographyMap map, Map<String, String> documents, Path home, Console console)
            throws IOException {
        List<String> findings = new ArrayList<>(Checks.of(map));
        for (Map.Entry<String, String> document : documents.entrySet()) {
            Path file = home.resolve(document.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(document.getValue())) {
                findings.add(document.getKey() + " is stale: ./troupe choreography --write writes it anew.");
            }
        }
        findings.forEach(console::answer);
        if (findings.isEmpty()) {
            console.say("The choreography of %d facts is sound.", map.facts().size());
        }
        return (findings.isEmpty() ? ExitCode.OK : ExitCode.CHOREOGRAPHY_UNSOUND).code();
    }

    private static void write(Map<String, String> documents, Path home, Console console) throws IOException {
        for (Map.Entry<String, String> document : documents.entrySet()) {
            Path file = home.resolve(document.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, document.getValue());
            console.say("Wrote %s", document.getKey());
        }
    }
}
