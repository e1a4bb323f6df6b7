package dev.troupe.order.planted;

import dev.troupe.payment.domain.PaymentCommand;
import java.net.http.HttpClient;

/** Order knows payment's commands, and calls somebody over HTTP. */
class CommandsPayment {

    static PaymentCommand pass(PaymentCommand command) {
        HttpClient.newHttpClient().close();
        return command;
    }
}
