CREATE TABLE tally (
  status text PRIMARY KEY,
  facts  integer NOT NULL
);
CREATE INDEX tally_by_facts ON tally (facts);
