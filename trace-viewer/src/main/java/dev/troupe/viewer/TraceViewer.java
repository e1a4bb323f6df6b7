package dev.troupe.viewer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process that shows flows. */
@SpringBootApplication
public class TraceViewer {

    public static void main(String[] args) {
        SpringApplication.run(TraceViewer.class, args);
    }
}
