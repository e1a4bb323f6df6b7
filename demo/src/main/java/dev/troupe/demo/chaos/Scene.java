package dev.troupe.demo.chaos;

import dev.troupe.demo.database.EmbeddedDatabase;
import dev.troupe.demo.mail.Mailbox;
import dev.troupe.demo.process.Processes;
import dev.troupe.kit.store.EventLog;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A running system whose lines and moments can be disturbed.
 *
 * @param log everything that was recorded, in whichever store it is
 * @param orders where order-service answers
 * @param payments where payment-service answers
 * @param inventory where inventory-service answers
 * @param provider where the payment provider answers, not through its line
 * @param tokens gives the token of each request of a customer, if there is one
 * @param journal the file to write down in what customers were promised
 * @param say tells people what happens
 */
public record Scene(
        Processes processes,
        EmbeddedDatabase database,
        EventLog log,
        Mailbox mailbox,
        Lines lines,
        Moments moments,
        URI orders,
        URI payments,
        URI inventory,
        URI provider,
        Supplier<@Nullable String> tokens,
        Path journal,
        Consumer<String> say) {}
