package dev.troupe.demo.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a file, however long it is. */
public final class LogTail {

    private static final int LINES_SHOWN = 25;
    private static final int BYTES_PER_LINE = 400;

    private LogTail() {}

    /** The last lines for a person to read; says so if there are none or they cannot be read. */
    public static String text(Path file) {
        try {
            List<String> lines = of(file, LINES_SHOWN);
            return lines.isEmpty() ? "  (nothing)" : "  " + String.join("\n  ", lines);
        } catch (IOException e) {
            return "  (cannot be read: " + e.getMessage() + ")";
        }
    }

    /** At most so many of the last lines. */
    static List<String> of(Path file, int lines) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int length = (int) Math.min(channel.size(), (long) lines * BYTES_PER_LINE);
            ByteBuffer end = ByteBuffer.allocate(length);
            channel.read(end, channel.size() - length);
            List<String> read = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return read.subList(Math.max(0, read.size() - lines), read.size());
        }
    }
}
