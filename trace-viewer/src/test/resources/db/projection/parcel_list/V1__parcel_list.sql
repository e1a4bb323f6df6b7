CREATE TABLE parcel_list (
  order_id text PRIMARY KEY,
  facts    integer NOT NULL
);
