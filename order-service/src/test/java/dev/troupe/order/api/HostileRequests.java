package dev.troupe.order.api;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Random;

/** Makes requests as a careless or malicious client would; the same seed makes the same requests. */
final class HostileRequests {

    private static final List<String> CONTENT_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/*",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "json",
            ";");
    private static final List<String> PATHS = List.of(
            "/orders/%00/cancellation",
            "/orders/..%2f..%2fetc/cancellation",
            "/orders/%F0%9F%98%80/cancellation",
            "/orders/%E0%80%AF/cancellation",
            "/orders/a;b=c/cancellation",
            "/orders/-/cancellation",
            "/orders/" + "x".repeat(3_000) + "/cancellation",
            "/orders/nobody/cancellation",
            "/orders//cancellation",
            "/orders/x/cancellation/y",
            "/orders/%25/cancellation");
    private static final List<String> QUERIES = List.of(
            "limit=-1",
            "limit=99999999999",
            "limit=1e3",
            "status=LOST",
            "status=",
            "after=%00",
            "customerId=%27%20OR%201=1",
            "after=" + "y".repeat(3_000),
            "limit=1&limit=2",
            "%5B%5D=%7B%7D");
    private static final List<String> METHODS = List.of("PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "HEAD");

    private final Random random;
    private final HostileJson json;

    HostileRequests(long seed) {
        this.random = new Random(seed);
        this.json = new HostileJson(random);
    }

    HttpRequest next(URI service) {
        return switch (random.nextInt(10)) {
            case 0 -> to(service, oneOf(PATHS)).POST(BodyPublishers.noBody()).build();
            case 1 -> to(service, "/orders?" + oneOf(QUERIES)).build();
            case 2 ->
                to(service, "/orders")
                        .method(oneOf(METHODS), BodyPublishers.noBody())
                        .build();
            default -> placing(service);
        };
    }

    private HttpRequest placing(URI service) {
        HttpRequest.Builder request = to(service, "/orders");
        if (random.nextInt(8) == 0) {
            request.header("Content-Type", oneOf(CONTENT_TYPES));
        } else {
            request.header("Content-Type", "application/json");
        }
        if (random.nextInt(6) == 0) {
            request.header("Idempotency-Key", "k".repeat(random.nextInt(300)));
        }
        if (random.nextInt(10) == 0) {
            request.header(
                    "Accept", oneOf(List.of("image/png", "text/html", "*/*;q=0", "application/json;q=nonsense")));
        }
        if (random.nextInt(200) == 0) {
            return request.POST(BodyPublishers.ofByteArray(new byte[1_100_000])).build();
        }
        return request.POST(BodyPublishers.ofByteArray(json.body("hostile-" + Math.abs(random.nextLong()))))
                .build();
    }

    private static HttpRequest.Builder to(URI service, String path) {
        return HttpRequest.newBuilder(URI.create(service + path));
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
