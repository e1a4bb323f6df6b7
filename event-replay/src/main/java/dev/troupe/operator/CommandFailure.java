package dev.troupe.operator;

/** A command cannot do what it was asked; its message says why, and what a person can do. */
public class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /** Makes a failure that ends the command with a code. */
    public CommandFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** How the command ends because of it. */
    public final ExitCode exitCode() {
        return exitCode;
    }
}
