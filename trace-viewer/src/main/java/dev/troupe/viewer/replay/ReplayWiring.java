package dev.troupe.viewer.replay;

import dev.troupe.operator.ServiceAddresses;
import dev.troupe.operator.Services;
import dev.troupe.replay.ReplayClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Knows the services whose replays are shown. */
@Configuration(proxyBeanMethods = false)
class ReplayWiring {

    @Bean
    static ReplayClient replayClient(@Value("${troupe.services:}") String services) {
        return new ReplayClient(new Services(ServiceAddresses.parse(services), CallersToken::current));
    }
}
