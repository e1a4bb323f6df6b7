package dev.troupe.spring;

import dev.troupe.kit.admission.Admission;
import dev.troupe.kit.admission.AdmissionSettings;
import dev.troupe.kit.admission.FlowLag;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.spring.http.AdmissionInterceptor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a service take on no more than it can do. */
@AutoConfiguration(after = TroupeAutoConfiguration.class)
@ConditionalOnBean(ServiceDatabase.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class TroupeAdmissionAutoConfiguration {

    @Bean
    Admission admission(Environment environment, ServiceDatabase database) {
        return new Admission(AdmissionSettings.from(environment::getProperty), new FlowLag(database.writer()));
    }

    @Bean
    WebMvcConfigurer admissionOfRequests(Admission admission) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AdmissionInterceptor(admission));
            }
        };
    }
}
