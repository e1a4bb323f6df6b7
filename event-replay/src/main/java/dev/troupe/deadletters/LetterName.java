package dev.troupe.deadletters;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Names a dead letter among those of all services: {@code payment/7}.
 *
 * @param service the service that holds it
 * @param id its number there
 */
record LetterName(String service, long id) {

    @Override
    public String toString() {
        return service + "/" + id;
    }

    /** Reads the names that {@code deadletters list} writes. */
    static final class Converter implements ITypeConverter<LetterName> {

        @Override
        public LetterName convert(String text) {
            int slash = text.indexOf('/');
            try {
                if (slash > 0) {
                    return new LetterName(text.substring(0, slash), Long.parseLong(text.substring(slash + 1)));
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new TypeConversionException("a dead letter is named like payment/7, not '" + text + "'");
        }
    }
}
