package dev.troupe.deadletters;

import dev.troupe.kit.deadletter.DeadLetter;
import dev.troupe.kit.deadletter.DeadLetterDetails;
import dev.troupe.kit.deadletter.DeadLetterPage;
import dev.troupe.kit.deadletter.RetryOutcome;
import dev.troupe.operator.ServiceClient;
import dev.troupe.operator.Services;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The dead letters of services, over their operator surface. */
final class DeadLettersClient {

    private static final String LETTERS = "/operator/dead-letters";

    private final Services services;

    DeadLettersClient(Services services) {
        this.services = services;
    }

    /**
     * All letters of a service.
     *
     * @param filter only those with these values, by the names of the API's parameters
     */
    List<Letter> list(ServiceClient service, Map<String, String> filter) {
        String query = filter.entrySet().stream()
                .map(entry -> "&" + entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        List<Letter> letters = new ArrayList<>();
        long after = 0;
        while (true) {
            DeadLetterPage page =
                    service.get("%s?limit=500&after=%d%s".formatted(LETTERS, after, query), DeadLetterPage.class);
            page.items().forEach(letter -> letters.add(Letter.of(service.name(), letter)));
            if (page.next() == null) {
                return letters;
            }
            after = page.next();
        }
    }

    DeadLetterDetails show(LetterName name) {
        return service(name).get(path(name), DeadLetterDetails.class);
    }

    RetryOutcome retry(LetterName name, boolean sequence) {
        return service(name).post(path(name) + (sequence ? "/retry-sequence" : "/retry"), null, RetryOutcome.class);
    }

    RetryOutcome retryAll(ServiceClient service) {
        return service.post(LETTERS + "/retry", null, RetryOutcome.class);
    }

    DeadLetterDetails edit(LetterName name, Map<String, Object> payload, String reason) {
        return service(name)
                .post(path(name) + "/edit", Map.of("payload", payload, "reason", reason), DeadLetterDetails.class);
    }

    DeadLetter drop(LetterName name, String reason) {
        return service(name).post(path(name) + "/drop", Map.of("reason", reason), DeadLetter.class);
    }

    private ServiceClient service(LetterName name) {
        return services.named(name.service());
    }

    private static String path(LetterName name) {
        return LETTERS + "/" + name.id();
    }
}
