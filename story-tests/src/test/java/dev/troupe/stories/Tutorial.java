package dev.troupe.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of the documentation that is to be followed: blocks of {@code sh} and {@code sql} are typed, and a block of {@code text} after one says
 * what is to be seen. An ellipsis in it stands for anything.
 */
record Tutorial(List<Step> steps) {

    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|sql|text)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    static Tutorial read(Path page) throws IOException {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            if (block.group(1).equals("text")) {
                steps.add(steps.removeLast().showing(block.group(2)));
            } else {
                steps.add(new Step(block.group(1), block.group(2), List.of()));
            }
        }
        return new Tutorial(steps);
    }

    /**
     * What is to be done, and what is to be seen.
     *
     * @param language {@code sh} or {@code sql}
     */
    record Step(String language, String commands, List<String> shown) {

        Step showing(String text) {
            return new Step(
                    language,
                    commands,
                    text.lines().filter(line -> !line.isBlank()).toList());
        }

        /** Every line that the page shows stands in what was said, in that order. */
        void expect(String said) {
            String pattern = shown.stream()
                    .map(Step::pattern)
                    .collect(Collectors.joining("[\\s\\S]*?", "[\\s\\S]*?", "[\\s\\S]*"));
            assertThat(said).as(commands).matches(Pattern.compile(pattern));
        }

        private static String pattern(String line) {
            return Arrays.stream(line.strip().split("…", -1))
                    .map(String::strip)
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*?"));
        }
    }
}
