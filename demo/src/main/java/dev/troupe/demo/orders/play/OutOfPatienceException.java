package dev.troupe.demo.orders.play;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request was tried for as long as is reasonable. */
public final class OutOfPatienceException extends IOException {

    private static final long serialVersionUID = 1;

    OutOfPatienceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
