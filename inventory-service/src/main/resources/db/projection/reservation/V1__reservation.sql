CREATE TABLE reservation (
  order_id     text PRIMARY KEY,
  warehouse_id text        NOT NULL,
  status       text        NOT NULL,
  lines        jsonb       NOT NULL,
  shortages    jsonb       NOT NULL,
  decided_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL
);
