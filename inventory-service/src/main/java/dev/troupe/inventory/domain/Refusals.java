package dev.troupe.inventory.domain;

import dev.troupe.inventory.domain.WarehouseCommand.AdjustStock;
import dev.troupe.kit.problem.Refusal;

/** What a warehouse says when it cannot do what it was asked. */
final class Refusals {

    private static final int CONFLICT = 409;

    private Refusals() {}

    static Refusal otherDelivery(String deliveryId) {
        return new Refusal(
                "delivery-already-exists",
                CONFLICT,
                "The delivery %s was received before with other goods; a new delivery needs a new id."
                        .formatted(deliveryId));
    }

    static Refusal otherAdjustment(String adjustmentId) {
        return new Refusal(
                "adjustment-already-exists",
                CONFLICT,
                "The adjustment %s was made before with other content; a new adjustment needs a new id."
                        .formatted(adjustmentId));
    }

    static Refusal stockReserved(AdjustStock command, long onHand, long reserved) {
        return new Refusal(
                "stock-reserved",
                CONFLICT,
                "Of %s there are %d pieces on hand, of which %d are set aside for orders, so %d cannot be taken away."
                        .formatted(command.sku(), onHand, reserved, -(long) command.delta()));
    }
}
