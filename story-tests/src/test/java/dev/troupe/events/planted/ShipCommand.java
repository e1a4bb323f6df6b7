package dev.troupe.events.planted;

/** A command among the facts. */
record ShipCommand(String orderId) {}
