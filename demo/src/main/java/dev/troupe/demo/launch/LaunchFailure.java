package dev.troupe.demo.launch;

import dev.troupe.operator.ExitCode;

/** Something a person can put right; its message says what and how. */
public final class LaunchFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public LaunchFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** How the command ends because of it. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
