CREATE TABLE stock_movement (
  id           text PRIMARY KEY,
  warehouse_id text        NOT NULL,
  kind         text        NOT NULL,
  reference    text        NOT NULL,
  changes      jsonb       NOT NULL,
  reason       text,
  recorded_at  timestamptz NOT NULL
);
