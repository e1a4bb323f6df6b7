CREATE TABLE tally (
  status text PRIMARY KEY,
  facts  integer NOT NULL
);
