package dev.troupe.notification.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.test.AccessTable;
import dev.troupe.test.Endpoint;
import io.micronaut.http.annotation.Controller;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest implements TestPropertyProvider {

    private final Surroundings surroundings = new Surroundings();

    @Inject
    EmbeddedServer server;

    @Inject
    Router router;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = surroundings.properties();
        properties.put("troupe.security.mode", "strict");
        return properties;
    }

    @AfterAll
    void leave() {
        surroundings.close();
    }

    @Test
    void everyEndpointAnswersItsRoleAlone() throws Exception {
        assertThat(AccessTable.of("notification-service").mistakes(endpoints(), server.getURI()))
                .isEmpty();
    }

    /** HEAD is answered wherever GET is. */
    private Set<Endpoint> endpoints() {
        return router.uriRoutes()
                .filter(route -> route.getAnnotationMetadata().hasStereotype(Controller.class))
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(route -> new Endpoint(
                        route.getHttpMethodName(), route.getUriMatchTemplate().toPathString()))
                .collect(Collectors.toSet());
    }
}
