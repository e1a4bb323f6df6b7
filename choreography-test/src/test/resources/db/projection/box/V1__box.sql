CREATE TABLE box (
  order_id text PRIMARY KEY,
  status   text NOT NULL,
  since    timestamptz NOT NULL,
  facts    integer NOT NULL
);
