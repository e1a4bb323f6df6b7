package dev.troupe.viewer.index;

/** How a flow stands. */
public enum FlowStatus {
    /** Nothing more has to happen. */
    ENDED,
    /** Something must still happen, and there is time. */
    OPEN,
    /** Something should have happened by now. */
    STUCK
}
