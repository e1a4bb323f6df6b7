package dev.troupe.notification.access;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.access.AccessRules;
import dev.troupe.kit.access.AccessSettings;
import dev.troupe.kit.access.OperatorCalls;
import dev.troupe.kit.database.ServiceDatabase;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.security.token.jwt.signature.jwks.JwksSignatureConfiguration;
import io.micronaut.security.token.jwt.signature.jwks.JwksSignatureConfigurationProperties;
import io.micronaut.security.token.jwt.signature.jwks.StaticJwksSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules of the kit as beans; a mistake in the settings ends the start. */
@Factory
class AccessBeans {

    private static final Logger log = LoggerFactory.getLogger(AccessBeans.class);

    @Context
    AccessSettings accessSettings(Environment environment) {
        AccessSettings settings = AccessSettings.from(
                name -> environment.getProperty(name, String.class).orElse(null));
        if (!settings.warning().isEmpty()) {
            log.warn("{}", settings.warning());
        }
        return settings;
    }

    @Singleton
    AccessRules accessRules(AccessSettings settings) {
        return new AccessRules(settings.mode(), Set.of());
    }

    @Singleton
    OperatorCalls operatorCalls(ServiceDatabase database, Choreography choreography) {
        return new OperatorCalls(database.writer(), choreography.service());
    }

    @Singleton
    @Named("file")
    @Requires(property = "troupe.security.jwk-set-file", pattern = ".+")
    StaticJwksSignatureConfiguration keysInFile(AccessSettings settings) {
        return () -> "file:" + settings.jwkSetFile();
    }

    @Singleton
    @Named("provider")
    @Requires(property = "troupe.security.jwk-set-uri", pattern = ".+")
    JwksSignatureConfiguration keysOfProvider(AccessSettings settings) {
        JwksSignatureConfigurationProperties keys = new JwksSignatureConfigurationProperties("provider");
        keys.setUrl(settings.jwkSetUri());
        return keys;
    }
}
