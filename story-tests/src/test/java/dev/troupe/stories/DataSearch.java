package dev.troupe.stories;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a text in all files below a folder, whatever they are. */
final class DataSearch {

    private static final int CHUNK = 1 << 20;

    private DataSearch() {}

    static List<Path> filesWith(Path folder, String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (contains(file, wanted)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** PostgreSQL may take a file away at any time; what is gone holds nothing. */
    private static boolean contains(Path file, byte[] wanted) throws IOException {
        byte[] window = new byte[CHUNK + wanted.length];
        int kept = 0;
        try (InputStream bytes = Files.newInputStream(file)) {
            int read = bytes.readNBytes(window, kept, CHUNK);
            while (read > 0) {
                int end = kept + read;
                if (indexOf(window, end, wanted) >= 0) {
                    return true;
                }
                kept = Math.min(wanted.length - 1, end);
                System.arraycopy(window, end - kept, window, 0, kept);
                read = bytes.readNBytes(window, kept, CHUNK);
            }
            return false;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static int indexOf(byte[] window, int end, byte[] wanted) {
        for (int at = 0; at <= end - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && window[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }
}
