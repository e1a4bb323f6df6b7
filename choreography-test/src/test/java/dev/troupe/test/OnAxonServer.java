package dev.troupe.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Tests that need an Axon Server: they say so and are skipped where none is given. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
        named = TestAxonServer.ADDRESS,
        matches = ".+",
        disabledReason =
                "no Axon Server is given: set TROUPE_AXONSERVER=HOST:PORT, its gRPC port; tests delete what it holds")
@interface OnAxonServer {}
