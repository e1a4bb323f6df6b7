package dev.troupe.inventory.api;

/** Requests that can be sent as they are. */
final class Examples {

    static final String RECEIVE_STOCK = """
            {
              "deliveryId": "delivery-1",
              "lines": [
                {"sku": "MUG", "quantity": 100},
                {"sku": "TEAPOT", "quantity": 40}
              ]
            }""";

    static final String ADJUST_STOCK = """
            {
              "adjustmentId": "adjustment-1",
              "sku": "MUG",
              "delta": -1,
              "reason": "one was broken"
            }""";

    private Examples() {}
}
