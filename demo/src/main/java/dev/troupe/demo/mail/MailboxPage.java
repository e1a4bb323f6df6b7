package dev.troupe.demo.mail;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Shows the newest mails to people at {@code /}, and their count to programs at {@code /count}. */
final class MailboxPage implements AutoCloseable {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpServer server;
    private final Mailbox mailbox;

    private MailboxPage(HttpServer server, Mailbox mailbox) {
        this.server = server;
        this.mailbox = mailbox;
    }

    /** Returns when the page can be asked for. */
    static MailboxPage start(InetSocketAddress address, Mailbox mailbox) throws IOException {
        MailboxPage page = new MailboxPage(HttpServer.create(address, 0), mailbox);
        page.server.createContext("/", page::answer);
        page.server.start();
        return page;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> send(exchange, 200, HTML, page());
                case "/count" -> send(exchange, 200, JSON, MAPPER.writeValueAsString(mailbox.count()));
                case "/health" -> send(exchange, 200, JSON, "{\"status\":\"UP\"}");
                default -> send(exchange, 404, JSON, "{\"status\":404}");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String page() {
        MailCount count = mailbox.count();
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Mailbox</title>
                <style>body{font:15px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}
                pre{white-space:pre-wrap;background:#f4f4f2;padding:1em}</style></head>
                <body><h1>Mailbox</h1><p>%d mails for %d notifications; the newest first.</p>
                %s</body></html>
                """.formatted(count.mails(), count.notifications(), mails());
    }

    private String mails() {
        return mailbox.newest().reversed().stream()
                .map(mail -> "<details><summary>%s: <b>%s</b> to %s</summary><pre>%s</pre></details>"
                        .formatted(
                                mail.receivedAt(),
                                escaped(mail.subject()),
                                escaped(mail.recipient()),
                                escaped(mail.text())))
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
