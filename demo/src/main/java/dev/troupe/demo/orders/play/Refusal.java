package dev.troupe.demo.orders.play;

import dev.troupe.events.OrderId;

/** An order that was not taken, and why. */
public record Refusal(OrderId orderId, String reason) {}
