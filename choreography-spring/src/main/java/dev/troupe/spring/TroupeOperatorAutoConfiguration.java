package dev.troupe.spring;

import dev.troupe.kit.Choreography;
import dev.troupe.spring.operator.DeadLetterController;
import dev.troupe.spring.operator.JobController;
import dev.troupe.spring.operator.ReplayController;
import dev.troupe.spring.operator.StateController;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Import;

/** Gives every service that takes part in the choreography its operator surface. */
@AutoConfiguration(after = TroupeAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(Choreography.class)
@Import({DeadLetterController.class, JobController.class, ReplayController.class, StateController.class})
public class TroupeOperatorAutoConfiguration {}
