package dev.troupe.demo.orders.file;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first line of every file of orders, by which it is told from other files. */
final class OnlineRetailHeader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String ZIP_MAGIC = "PK\u0003\u0004";
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");
    private static final int LONGEST_SHOWN = 80;

    private OnlineRetailHeader() {}

    /** @throws BrokenOrderFileException unless the line is the header */
    static void expect(String file, @Nullable Line line) {
        if (line == null) {
            throw new BrokenOrderFileException(file, "is empty", 0, null);
        }
        String text = line.text().startsWith(BYTE_ORDER_MARK) ? line.text().substring(1) : line.text();
        Cells cells = new Cells();
        cells.feed(text);
        List<String> columns = cells.end().stream().map(String::strip).toList();
        if (!columns.equals(RowCheck.COLUMNS)) {
            throw new BrokenOrderFileException(file, problem(text), 0, null);
        }
    }

    private static String problem(String text) {
        if (text.startsWith(ZIP_MAGIC)) {
            return "is a zip file or an Excel workbook: save it as CSV first";
        }
        String start = text.substring(0, Math.min(text.length(), LONGEST_SHOWN));
        return "is not a file of orders: its first line must be '%s', but it is '%s'"
                .formatted(
                        String.join(",", RowCheck.COLUMNS),
                        UNPRINTABLE.matcher(start).replaceAll("?"));
    }
}
