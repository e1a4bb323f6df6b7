package dev.troupe.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The code blocks of a tutorial: each begins with a comment that says which file it is, or what to do with it. */
final class Tutorial {

    private static final Pattern BLOCK =
            Pattern.compile("```(?:java|sql)\n(?://|--) ([^\n]+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SOURCE_FOLDER = Pattern.compile(".*/src/main/(?:java|resources)/");

    private final Map<String, String> blocks = new LinkedHashMap<>();

    private Tutorial(String text) {
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.put(block.group(1).strip(), block.group(2));
        }
    }

    static Tutorial read(Path file) {
        try {
            return new Tutorial(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The block that begins with these words. */
    String block(String heading) {
        return blocks.getOrDefault(heading, "");
    }

    /** Writes all files into a folder, compiles what is Java, and gives a loader of the result. */
    URLClassLoader build(Path folder) throws IOException {
        List<String> sources = new ArrayList<>();
        for (Map.Entry<String, String> block : blocks.entrySet()) {
            Matcher place = SOURCE_FOLDER.matcher(block.getKey());
            if (place.find()) {
                Path file = folder.resolve(block.getKey().substring(place.end()));
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.getValue());
                if (file.toString().endsWith(".java")) {
                    sources.add(file.toString());
                }
            }
        }
        compile(sources, folder);
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Tutorial.class.getClassLoader());
    }

    private static void compile(List<String> sources, Path folder) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "-parameters",
                                "-proc:none",
                                "-d",
                                folder.toString(),
                                "-cp",
                                System.getProperty("java.class.path")),
                        sources.stream())
                .toArray(String[]::new);
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments) != 0) {
            throw new AssertionError("The tutorial does not compile, see the output above");
        }
    }
}
