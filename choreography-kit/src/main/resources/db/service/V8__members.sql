-- The processes of the service that are alive, among which the segments of its processors are dealt out.
CREATE TABLE member (
  owner       text PRIMARY KEY,
  alive_until timestamptz NOT NULL
);

-- From which number on the segments of a processor are counted when they are dealt out; the same for every process and version.
CREATE TABLE processor (
  name    text PRIMARY KEY,
  ordinal integer NOT NULL UNIQUE
);
