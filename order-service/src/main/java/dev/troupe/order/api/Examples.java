package dev.troupe.order.api;

/** Requests that can be sent as they are. */
final class Examples {

    static final String PLACE_ORDER = """
            {
              "orderId": "o-1",
              "customerId": "c-1",
              "customerTier": "STANDARD",
              "contact": {"name": "Ada Abbott", "email": "ada@example.com", "address": "1 Mill Road, Cambridge"},
              "country": "United Kingdom",
              "currency": "GBP",
              "lines": [
                {"sku": "MUG", "quantity": 2, "unitPriceMinor": 475},
                {"sku": "TEAPOT", "quantity": 1, "unitPriceMinor": 1500}
              ]
            }""";

    private Examples() {}
}
