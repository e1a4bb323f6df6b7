package dev.troupe.demo.orders.file;

import dev.troupe.demo.orders.IncomingOrder;
import dev.troupe.demo.orders.file.LineReader.EndlessLineException;
import dev.troupe.demo.orders.file.OrderFileEntry.Accepted;
import dev.troupe.demo.orders.file.OrderFileEntry.Quarantined;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file of orders in the format of the UCI <em>Online Retail</em> data set, plain or gzipped. */
public final class OnlineRetailFile {

    /** For reading a file to its end. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    /** What the name of a file may not hold where it travels with an order. */
    private static final Pattern UNPRINTABLE_OR_A_PATH = Pattern.compile("[\\p{C}\\\\/]");

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final Path path;

    public OnlineRetailFile(Path path) {
        this.path = path;
    }

    /**
     * Opens the file to read up to the given number of orders.
     *
     * @param limit at least 1
     * @throws BrokenOrderFileException if it cannot be opened or is no such file
     */
    public OrderFileReader open(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one order must be wanted: " + limit);
        }
        String name = UNPRINTABLE_OR_A_PATH
                .matcher(String.valueOf(path.getFileName()))
                .replaceAll("_");
        if (Files.isDirectory(path)) {
            throw new BrokenOrderFileException(name, "is a folder, not a file of orders", 0, null);
        }
        try {
            LineReader lines = new LineReader(content());
            try {
                OnlineRetailHeader.expect(name, lines.next());
                return new OrderFileReader(name, new RowReader(lines), limit);
            } catch (IOException | RuntimeException e) {
                lines.close();
                throw e;
            }
        } catch (IOException e) {
            throw broken(name, e, 0);
        }
    }

    /**
     * Reads the file up to the given number of orders.
     *
     * @throws BrokenOrderFileException if it cannot be read to there
     */
    public InputCounts read(int limit, Consumer<IncomingOrder> orders, Consumer<QuarantinedRow> quarantine) {
        try (OrderFileReader reader = open(limit)) {
            for (OrderFileEntry entry = reader.next(); entry != null; entry = reader.next()) {
                switch (entry) {
                    case Accepted accepted -> orders.accept(accepted.order());
                    case Quarantined quarantined -> quarantine.accept(quarantined.row());
                }
            }
            return reader.counts();
        }
    }

    private InputStream content() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            return isGzip(in) ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = (in.read() << 8 | in.read()) == GZIP_MAGIC;
        in.reset();
        return gzip;
    }

    static BrokenOrderFileException broken(String file, IOException e, int rowsBefore) {
        String problem =
                switch (e) {
                    case NoSuchFileException _ -> "does not exist";
                    case AccessDeniedException _ -> "may not be read by this user";
                    case EOFException _ -> "ends in the middle: the compressed file is truncated";
                    case ZipException _ -> "is damaged: it cannot be decompressed";
                    case EndlessLineException _ -> "is not CSV: it has a line of more than a mebibyte";
                    default -> "cannot be read: " + e.getMessage();
                };
        return new BrokenOrderFileException(file, problem, rowsBefore, e);
    }
}
