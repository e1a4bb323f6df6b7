CREATE TABLE box (
  order_id text PRIMARY KEY,
  status   text NOT NULL,
  since    timestamptz NOT NULL,
  facts    integer NOT NULL
);
CREATE INDEX box_by_status ON box (status, order_id);
