package dev.troupe.kit.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do. Roles do not include one another: whoever needs two is given two. */
public enum Role {
    /** Looks at orders, payments, stock, notifications and flows. */
    READ,
    /** Does business: places and cancels orders, receives goods, refunds. */
    TRADE,
    /** Operates: dead letters, replays, whatever else is changed under {@code /operator}. */
    OPERATE,
    /** Sees and erases personal data. */
    PERSONAL_DATA;

    /** Its name in tokens and on the command line, such as {@code personal-data}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of this name; none for roles of other systems, which a token may carry too. */
    public static Optional<Role> labelled(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }
}
