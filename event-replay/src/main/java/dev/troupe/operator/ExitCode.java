package dev.troupe.operator;

/** How a command ended; {@code docs/reference/exit-codes.md} says the same to people. */
public enum ExitCode {
    OK(0),
    UNEXPECTED(1),
    USAGE(2),
    NO_JDK(3),
    BUILD_FAILED(4),
    DATA_DIRECTORY(5),
    DATA_DIRECTORY_IN_USE(6),
    PORT_BUSY(7),
    DATABASE(8),
    SERVICE(9),
    INPUT(10),
    FLOWS_NOT_ENDED(11),
    INVARIANT_BROKEN(12),
    NOT_RUNNING(13),
    REFUSED(14),
    NOT_ALLOWED(15),
    DIFFERENT(16),
    REPLAY_NOT_DONE(17),
    FAILED_AGAIN(18),
    EVENT_STORE(19),
    GOAL_MISSED(20),
    NOT_EMPTY(21),
    CHOREOGRAPHY_UNSOUND(22);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number the shell sees. */
    public int code() {
        return code;
    }
}
