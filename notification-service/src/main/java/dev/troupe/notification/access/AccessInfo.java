package dev.troupe.notification.access;

import dev.troupe.kit.access.AccessSettings;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.management.endpoint.info.InfoSource;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Says in {@code info} how much the service trusts its callers. */
@Singleton
final class AccessInfo implements InfoSource {

    private final AccessSettings settings;

    AccessInfo(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public Publisher<PropertySource> getSource() {
        return Publishers.just(
                PropertySource.of("access", Map.of("security", settings.mode().label())));
    }
}
