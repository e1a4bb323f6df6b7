package dev.troupe.spring;

import dev.troupe.kit.Choreography;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.telemetry.Telemetry;
import dev.troupe.spring.http.AcceptFilter;
import dev.troupe.spring.http.ApiDescription;
import dev.troupe.spring.http.AsyncApiController;
import dev.troupe.spring.http.BodyLimitFilter;
import dev.troupe.spring.http.ChoreographyController;
import dev.troupe.spring.http.ContentTypeFilter;
import dev.troupe.spring.http.SecurityHeadersFilter;
import dev.troupe.spring.http.StrictJson;
import dev.troupe.spring.http.TracingFilter;
import dev.troupe.spring.problem.ProblemAdvice;
import dev.troupe.spring.problem.ProblemErrorController;
import dev.troupe.spring.problem.ProblemReportValve;
import jakarta.servlet.Filter;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What every request of every service goes through. */
@AutoConfiguration(
        after = TroupeAutoConfiguration.class,
        before = {ErrorMvcAutoConfiguration.class, JacksonAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ProblemAdvice.class, ProblemErrorController.class, StrictJson.class, ApiDescription.class})
public class TroupeHttpAutoConfiguration {

    @Bean
    @ConditionalOnBean(Telemetry.class)
    FilterRegistrationBean<TracingFilter> tracingFilter(Telemetry telemetry) {
        return inOrder(new TracingFilter(telemetry), 0);
    }

    @Bean
    @ConditionalOnBean(Choreography.class)
    AsyncApiController asyncApiController(Choreography choreography) {
        return new AsyncApiController(choreography);
    }

    @Bean
    @ConditionalOnBean(Choreography.class)
    ChoreographyController choreographyController(ServiceDatabase database) {
        return new ChoreographyController(database);
    }

    @Bean
    FilterRegistrationBean<SecurityHeadersFilter> securityHeadersFilter(
            @Value("${troupe.http.content-security-policy:default-src 'self'; style-src 'self' 'unsafe-inline';"
                            + " img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'}")
                    String contentSecurityPolicy) {
        return inOrder(new SecurityHeadersFilter(contentSecurityPolicy), 1);
    }

    /** Before all who may answer with a problem. */
    @Bean
    FilterRegistrationBean<AcceptFilter> acceptFilter() {
        return inOrder(new AcceptFilter(), 2);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            @Value("${troupe.http.max-body-bytes:1048576}") long maxBytes,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return inOrder(new BodyLimitFilter(maxBytes, problems), 3);
    }

    @Bean
    FilterRegistrationBean<ContentTypeFilter> contentTypeFilter(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return inOrder(new ContentTypeFilter(problems), 4);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
        return tomcat -> tomcat.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemReportValve.class.getName()));
    }

    private static <F extends Filter> FilterRegistrationBean<F> inOrder(F filter, int place) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100 + place);
        return registration;
    }
}
