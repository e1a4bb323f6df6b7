package dev.troupe.provider.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.troupe.provider.faults.FaultPlan;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.regex.Pattern;

/** Every request passes here: it bounds what is read, and sees to it that each gets an answer or a problem. */
final class ProviderHandler implements HttpHandler {

    private static final Logger LOG = System.getLogger(ProviderHandler.class.getName());
    private static final int LARGEST_BODY = 16 * 1024;
    private static final Pattern OPEN_WHILE_DOWN = Pattern.compile("/(health|faults|ledger(/.*)?)");

    private final Router router;
    private final FaultPlan plan;

    ProviderHandler(Router router, FaultPlan plan) {
        this.router = router;
        this.plan = plan;
    }

    @Override
    public void handle(HttpExchange exchange) {
        try (exchange) {
            answer(exchange).sendTo(exchange);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a client went away before it was answered", e);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        try {
            byte[] body = body(exchange);
            if (plan.faults().down() && !OPEN_WHILE_DOWN.matcher(path).matches()) {
                return Problem.of(503, "down", "an ordered fault: the provider is down")
                        .answer();
            }
            return router.handle(exchange.getRequestMethod(), path, body);
        } catch (RuntimeException e) {
            return Problems.of(e).answer();
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new ProblemException(Problem.of(413, "body-too-large", "a body has at most 16 KiB"));
        }
        return body;
    }
}
