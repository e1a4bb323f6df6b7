package dev.troupe.demo.orders.play;

import org.jspecify.annotations.Nullable;

/** Playing had to stop because order-service stopped taking orders; the message is meant for the person who plays them. */
public final class OrderPlayFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient PlayResult resultSoFar;

    OrderPlayFailedException(String message, PlayResult resultSoFar, @Nullable Throwable cause) {
        super(message, cause);
        this.resultSoFar = resultSoFar;
    }

    /** What had been played before. */
    public PlayResult resultSoFar() {
        return resultSoFar;
    }
}
