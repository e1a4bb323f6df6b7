package dev.troupe.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.test.StrictSpringService;
import org.junit.jupiter.api.Test;

class AccessTest {

    @Test
    void everyEndpointAnswersItsRoleAlone() throws Exception {
        assertThat(StrictSpringService.mistakes(TraceViewer.class, "trace-viewer"))
                .isEmpty();
    }
}
