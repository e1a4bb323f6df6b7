CREATE TABLE order_summary (
  order_id      text PRIMARY KEY,
  customer_id   text NOT NULL,
  customer_tier text NOT NULL,
  status        text NOT NULL,
  reason        text,
  country       text NOT NULL,
  currency      text NOT NULL,
  total_minor   bigint NOT NULL,
  line_count    integer NOT NULL,
  pieces        bigint NOT NULL,
  warehouse_id  text NOT NULL,
  channel       text NOT NULL,
  file          text,
  first_row     integer,
  last_row      integer,
  ordered_at    timestamptz NOT NULL,
  placed_at     timestamptz NOT NULL,
  confirmed_at  timestamptz,
  ended_at      timestamptz
);

-- The two questions that pages are asked for, in the order in which they are paged.
CREATE INDEX order_summary_by_status ON order_summary (status, order_id);
CREATE INDEX order_summary_by_customer ON order_summary (customer_id, order_id);
