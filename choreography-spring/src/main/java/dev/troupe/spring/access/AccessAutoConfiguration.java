package dev.troupe.spring.access;

import dev.troupe.kit.access.AccessRules;
import dev.troupe.kit.access.AccessSettings;
import dev.troupe.kit.access.OperatorCalls;
import dev.troupe.spring.TroupeAutoConfiguration;
import jakarta.servlet.DispatcherType;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Makes every service an OAuth2 resource server by the rules of the kit. */
@AutoConfiguration(after = TroupeAutoConfiguration.class, before = ServletWebSecurityAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class AccessAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(AccessAutoConfiguration.class);

    @Bean
    AccessSettings accessSettings(Environment environment) {
        AccessSettings settings = AccessSettings.from(environment::getProperty);
        if (!settings.warning().isEmpty()) {
            log.warn("{}", settings.warning());
        }
        return settings;
    }

    @Bean
    AccessRules accessRules(AccessSettings settings, @Value("${troupe.security.open-pages:}") Set<String> openPages) {
        return new AccessRules(settings.mode(), openPages);
    }

    @Bean
    JwtDecoder jwtDecoder(AccessSettings settings) {
        return TokenDecoder.of(settings);
    }

    /** A request is observed as a whole; a timer around each of fifteen filters tells nobody anything and costs more than they do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    InfoContributor accessInfo(AccessSettings settings) {
        return info -> info.withDetail("security", settings.mode().label());
    }

    @Bean
    @ConditionalOnBean(OperatorCalls.class)
    OperatorCallController operatorCallController(OperatorCalls calls) {
        return new OperatorCallController(calls);
    }

    /** Management has a port of its own, for whoever watches the service; nothing can be changed there. */
    @Bean
    SecurityFilterChain protectedRequests(
            HttpSecurity http,
            AccessRules rules,
            ObjectProvider<OperatorCalls> calls,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        RoleCheck roles = new RoleCheck(rules);
        DenialProblems problems = new DenialProblems(resolver, roles);
        calls.ifAvailable(recorded -> http.addFilterBefore(
                new OperatorCallFilter(rules, recorded, resolver), ExceptionTranslationFilter.class));
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .permitAll()
                        .anyRequest()
                        .access(roles))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(callers()))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        denied -> denied.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Tokens are sent by hand, never by a browser of itself, so there is nothing to forge; headers have a
                // filter of their own.
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static JwtAuthenticationConverter callers() {
        JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName(AccessSettings.ROLES);
        roles.setAuthorityPrefix("");
        JwtAuthenticationConverter callers = new JwtAuthenticationConverter();
        callers.setJwtGrantedAuthoritiesConverter(roles);
        return callers;
    }
}
