package dev.troupe.demo.orders.file;

import dev.troupe.events.CustomerId;
import dev.troupe.events.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a row, each by the rule of its column; space around a value never counts. */
final class Cell {

    /** No exponents: {@code 1E+03} is what a spreadsheet makes of something else, and nobody should be charged for it. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})");

    private static final Pattern WHOLE_CUSTOMER = Pattern.compile("([0-9]+)\\.0+");
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");
    private static final int PENCE_DIGITS = 2;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SHOWN = 40;
    private static final ZoneId SHOP = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DATE = strict("uuuu-MM-dd HH:mm:ss");
    /** As the data set's spreadsheet shows it. */
    private static final DateTimeFormatter SPREADSHEET_DATE = strict("M/d/uuuu H:mm[:ss]");

    private Cell() {}

    static Sku sku(String cell) throws MalformedRowException {
        String sku = cell.strip();
        if (sku.isEmpty()) {
            throw new MalformedRowException("the StockCode is empty");
        }
        try {
            return new Sku(sku);
        } catch (IllegalArgumentException e) {
            throw new MalformedRowException("the StockCode " + shown(sku) + " is " + e.getMessage());
        }
    }

    /** A whole number of pieces; {@code 6.0} is one, {@code 6.5} is none. */
    static BigDecimal quantity(String cell) throws MalformedRowException {
        BigDecimal quantity = number("Quantity", cell);
        if (quantity.stripTrailingZeros().scale() > 0) {
            throw new MalformedRowException("the Quantity " + shown(cell.strip()) + " is not a whole number");
        }
        if (quantity.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            throw new MalformedRowException("the Quantity " + shown(cell.strip()) + " is more than an order can hold");
        }
        return quantity;
    }

    /** A price in pence, exactly; {@code 2.550} is one, {@code 2.555} is none. */
    static BigDecimal pence(String cell) throws MalformedRowException {
        BigDecimal price = number("UnitPrice", cell);
        if (price.stripTrailingZeros().scale() > PENCE_DIGITS) {
            throw new MalformedRowException("the UnitPrice " + shown(cell.strip()) + " is finer than a penny");
        }
        BigDecimal pence = price.movePointRight(PENCE_DIGITS);
        if (pence.compareTo(BigDecimal.valueOf(InvoiceInProgress.HIGHEST_TOTAL_MINOR)) > 0) {
            throw new MalformedRowException("the UnitPrice " + shown(cell.strip()) + " is more than an order can hold");
        }
        return pence;
    }

    static Instant instant(String cell) throws MalformedRowException {
        String text = cell.strip();
        try {
            DateTimeFormatter format = text.indexOf('/') >= 0 ? SPREADSHEET_DATE : DATE;
            return LocalDateTime.parse(text, format).atZone(SHOP).toInstant();
        } catch (DateTimeParseException e) {
            throw new MalformedRowException("the InvoiceDate " + shown(text) + " is not a date and time");
        }
    }

    /** The customer, or null for a guest; {@code 17850.0} is customer 17850, whom a spreadsheet took for a number. */
    static @Nullable CustomerId customer(String cell) throws MalformedRowException {
        String text = cell.strip();
        if (text.isEmpty()) {
            return null;
        }
        Matcher whole = WHOLE_CUSTOMER.matcher(text);
        try {
            return new CustomerId(whole.matches() ? whole.group(1) : text);
        } catch (IllegalArgumentException e) {
            throw new MalformedRowException("the CustomerID is " + e.getMessage());
        }
    }

    static String country(String cell) throws MalformedRowException {
        String country = cell.strip();
        if (country.length() > LONGEST_NAME || UNPRINTABLE.matcher(country).find()) {
            throw new MalformedRowException("the Country " + shown(country) + " is not the name of a country");
        }
        return country.isEmpty() ? "Unspecified" : country;
    }

    private static BigDecimal number(String column, String cell) throws MalformedRowException {
        String text = cell.strip();
        if (!NUMBER.matcher(text).matches()) {
            throw new MalformedRowException("the " + column + " " + shown(text) + " is not a number");
        }
        return new BigDecimal(text);
    }

    private static String shown(String text) {
        String clean = UNPRINTABLE.matcher(text).replaceAll("?");
        return clean.length() > LONGEST_SHOWN ? "'" + clean.substring(0, LONGEST_SHOWN) + "...'" : "'" + clean + "'";
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
