package dev.troupe.order.api;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * How to reach a customer. It is sealed as soon as it has been read, and never stored or logged as it is.
 *
 * @param name the customer's full name
 * @param email where mails go
 * @param address where goods go
 */
record Contact(
        @NotNull @Size(max = 200) @Pattern(regexp = Texts.ONE_LINE, message = Texts.ONE_LINE_MESSAGE)
        String name,

        @NotNull @Size(max = 254) @Email @Pattern(regexp = Texts.ONE_LINE, message = Texts.ONE_LINE_MESSAGE)
        String email,

        @NotBlank @Size(max = 500) @Pattern(regexp = Texts.LINES, message = Texts.LINES_MESSAGE)
        String address) {

    /** Names nobody, so that no log line ever does. */
    @Override
    public String toString() {
        return "Contact[...]";
    }
}
