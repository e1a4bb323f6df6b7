package dev.troupe.events;

/** How urgently a customer is served when work has to wait. */
public enum CustomerTier {
    STANDARD,
    PREMIUM
}
