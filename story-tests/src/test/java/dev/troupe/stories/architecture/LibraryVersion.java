package dev.troupe.stories.architecture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A version as Maven orders those of libraries.
 *
 * @param numbers without the zeros at the end
 * @param preview whether it came before the release of these numbers
 */
record LibraryVersion(List<Integer> numbers, boolean preview) implements Comparable<LibraryVersion> {

    private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)*");
    private static final Pattern PREVIEW = Pattern.compile("(?i)[-.](alpha|beta|m\\d|milestone|rc|cr|snapshot)");

    static LibraryVersion of(String version) {
        var matcher = NUMBERS.matcher(version);
        List<Integer> numbers = matcher.lookingAt()
                ? Arrays.stream(matcher.group().split("\\."))
                        .map(Integer::valueOf)
                        .toList()
                : List.of();
        int end = numbers.size();
        while (end > 0 && numbers.get(end - 1) == 0) {
            end--;
        }
        return new LibraryVersion(
                numbers.subList(0, end), PREVIEW.matcher(version).find());
    }

    @Override
    public int compareTo(LibraryVersion other) {
        int byNumbers = Arrays.compare(
                numbers.toArray(Integer[]::new), other.numbers.toArray(Integer[]::new), Comparator.naturalOrder());
        return byNumbers != 0 ? byNumbers : Boolean.compare(!preview, !other.preview);
    }
}
