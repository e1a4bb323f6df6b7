package dev.troupe.provider.ledger;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps the ledger in one file that only ever grows; what {@link #append} has taken survives a power cut. */
public final class LedgerFile implements LedgerStore {

    private final Path path;
    private final FileChannel channel;
    private volatile long durableLength;

    private LedgerFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.durableLength = channel.size();
    }

    /**
     * Opens the file, and creates it with its folders where it is not there.
     *
     * @throws LedgerRefused if another process has it open
     */
    public static LedgerFile open(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, path);
            if (folder != null && channel.size() == 0) {
                makeNameDurable(folder);
            }
            return new LedgerFile(path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void append(byte[] lines) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(lines);
        long position = durableLength;
        while (rest.hasRemaining()) {
            position += channel.write(rest, position);
        }
        channel.force(false);
        durableLength = position;
    }

    @Override
    public void truncate(long length) throws IOException {
        channel.truncate(length);
        channel.force(true);
        durableLength = length;
    }

    @Override
    public InputStream read(long from) throws IOException {
        long length = durableLength;
        InputStream all = Files.newInputStream(path);
        all.skipNBytes(from);
        return new FirstBytes(all, length - from);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void lock(FileChannel channel, Path path) throws IOException {
        boolean locked;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            locked = false;
        }
        if (!locked) {
            throw new LedgerRefused("the ledger " + path + " is in use by another payment provider simulator;"
                    + " stop that one or set PROVIDER_LEDGER to another file");
        }
    }

    private static void makeNameDurable(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** A writer may be adding to the file while it is read: the reader must not see half a line. */
    private static final class FirstBytes extends FilterInputStream {

        private long remaining;

        FirstBytes(InputStream in, long count) {
            super(in);
            this.remaining = count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (remaining <= 0) {
                return -1;
            }
            int count = super.read(buffer, offset, (int) Math.min(length, remaining));
            remaining -= Math.max(count, 0);
            return count;
        }
    }
}
