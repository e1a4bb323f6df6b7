CREATE TABLE stock_level (
  id           text PRIMARY KEY,
  warehouse_id text    NOT NULL,
  sku          text    NOT NULL,
  on_hand      bigint  NOT NULL,
  reserved     bigint  NOT NULL,
  available    bigint  NOT NULL,
  received     bigint  NOT NULL,
  adjusted     bigint  NOT NULL,
  shipped      bigint  NOT NULL,
  sold_out     boolean NOT NULL
);

CREATE INDEX stock_level_by_warehouse ON stock_level (warehouse_id, id);
