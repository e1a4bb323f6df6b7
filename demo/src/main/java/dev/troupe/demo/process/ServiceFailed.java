package dev.troupe.demo.process;

/** A process did not become ready, or ended by itself; the message is for the person at the terminal. */
public final class ServiceFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServiceFailed(String message) {
        super(message);
    }
}
