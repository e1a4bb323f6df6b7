CREATE TABLE stopwatch (
  order_id text PRIMARY KEY,
  seen_at  timestamptz NOT NULL
);
