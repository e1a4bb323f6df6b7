package dev.troupe.test;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Finds all endpoints of a Spring service, those nobody thought of included. */
public final class SpringEndpoints {

    /** Answers errors, and describes the API; what is in neither is ours. */
    private static final Set<String> LIBRARIES = Set.of("error", "v3", "swagger-ui");

    private SpringEndpoints() {}

    /** The endpoints of a running service. */
    public static Set<Endpoint> of(ApplicationContext service) {
        return service
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(SpringEndpoints::endpoints)
                .filter(endpoint -> !LIBRARIES.contains(endpoint.path().split("[/.]", -1)[1]))
                .collect(Collectors.toSet());
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods(mapping).map(method -> new Endpoint(method, path)));
    }

    private static Stream<String> methods(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().isEmpty()
                ? Stream.of("ANY")
                : mapping.getMethodsCondition().getMethods().stream().map(Enum::name);
    }
}
