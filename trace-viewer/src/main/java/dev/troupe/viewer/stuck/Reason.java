package dev.troupe.viewer.stuck;

/** Why a fact has not come; one of these seven. */
public enum Reason {
    /** No process of the service is alive. */
    PROCESS_DOWN("its process is down"),
    /** The process is alive but nobody works on the segment that the flow belongs to. */
    PROCESSOR_STOPPED("its processor is stopped"),
    /** The processor fails at an event before or at this one and tries again. */
    RETRYING("its processor is retrying"),
    /** The processor has not come to the event yet. */
    LAGGING("its processor is lagging"),
    /** The processor gave up on an event of the flow and holds it. */
    DEAD_LETTER("it holds a dead letter"),
    /** The event was handled, and a job that calls the outside has not succeeded yet. */
    WAITING_FOR_OUTSIDE("it waits for the outside"),
    /** The event was handled, and nothing came of it. */
    PUBLISHED_NOTHING("it handled the event and published nothing");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** What to say after "because". */
    public String words() {
        return words;
    }
}
