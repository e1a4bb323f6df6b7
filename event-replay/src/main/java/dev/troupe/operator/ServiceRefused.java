package dev.troupe.operator;

/** A service answered with a problem. */
public final class ServiceRefused extends CommandFailure {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String detail;

    ServiceRefused(int status, String type, String detail, String message) {
        super(exitCodeOf(status), message);
        this.status = status;
        this.type = type;
        this.detail = detail;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The last part of the problem's type, such as {@code no-such-replay}; empty if the answer was no problem. */
    public String type() {
        return type;
    }

    /** What the service said. */
    public String detail() {
        return detail;
    }

    private static ExitCode exitCodeOf(int status) {
        return switch (status) {
            case 401, 403 -> ExitCode.NOT_ALLOWED;
            default -> status < 500 ? ExitCode.REFUSED : ExitCode.SERVICE;
        };
    }
}
