package dev.troupe.stories.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A published fault of a library.
 *
 * @param library group and artifact, with a colon between them
 * @param from the first version that has it; 0 for all before the other
 * @param mended the first version that no longer has it
 * @param advisory what it was published as
 */
record KnownFault(String library, String from, String mended, String advisory) {

    /** Reads a list with one fault a line and its fields in columns; the first line names them. */
    static List<KnownFault> read(Path list) throws IOException {
        return Files.readAllLines(list).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(fields -> new KnownFault(fields[0], fields[1], fields[2], fields[3]))
                .toList();
    }

    boolean isIn(String name, String version) {
        return library.equals(name)
                && LibraryVersion.of(version).compareTo(LibraryVersion.of(from)) >= 0
                && LibraryVersion.of(version).compareTo(LibraryVersion.of(mended)) < 0;
    }
}
