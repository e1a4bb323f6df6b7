package dev.troupe.kit.quarantine;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Input that cannot enter the log as it is.
 *
 * @param source where it came from, such as the name of a file
 * @param firstRow its first row there, counted from 1; absent where there are no rows
 * @param lastRow its last row there
 * @param reason a stable word, such as {@code NON_POSITIVE_PRICE}
 * @param detail what is wrong, for the person who mends it; holds no personal data
 * @param content the input as it came; it is sealed before it is kept
 */
public record RejectedInput(
        String source,
        @Nullable Integer firstRow,
        @Nullable Integer lastRow,
        String reason,
        String detail,
        String content) {

    private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cs}/\\\\]{1,255}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]{0,99}");

    public RejectedInput {
        if (source == null || !NAME.matcher(source).matches()) {
            throw new IllegalArgumentException("source must be a name of at most 255 characters, without a folder");
        }
        if (reason == null || !WORD.matcher(reason).matches()) {
            throw new IllegalArgumentException("reason must be one word, such as NON_POSITIVE_PRICE");
        }
        if (detail == null || content == null) {
            throw new IllegalArgumentException("detail and content must be given");
        }
    }
}
