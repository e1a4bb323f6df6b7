-- Everything here is made from the event log and can be made again.

-- How far the log is read, and for which declarations the debts below were worked out.
CREATE TABLE progress (
  only_row     boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position     bigint NOT NULL,
  declarations text   NOT NULL
);
INSERT INTO progress (position, declarations) VALUES (0, '');

CREATE TABLE flow (
  flow_id        text COLLATE "C" PRIMARY KEY,
  kind           text NOT NULL,
  customer       text,
  skus           text[] NOT NULL,
  seen           text[] NOT NULL,
  outcome        text,
  reason         text,
  ended          boolean NOT NULL,
  next_due       timestamptz,
  began          timestamptz NOT NULL,
  settled_at     timestamptz,
  last_at        timestamptz NOT NULL,
  latency_millis bigint,
  events         integer NOT NULL,
  last_type      text NOT NULL,
  first_position bigint NOT NULL,
  last_position  bigint NOT NULL,
  owed           jsonb NOT NULL
);
CREATE INDEX flow_newest_idx ON flow (first_position DESC);
CREATE INDEX flow_began_idx ON flow (began);
CREATE INDEX flow_due_idx ON flow (next_due) WHERE NOT ended;
CREATE INDEX flow_customer_idx ON flow (customer);
CREATE INDEX flow_skus_idx ON flow USING gin (skus);
CREATE INDEX flow_seen_idx ON flow USING gin (seen);

-- How many events of each type were recorded in each minute.
CREATE TABLE minute_count (
  minute timestamptz NOT NULL,
  type   text   NOT NULL,
  source text   NOT NULL,
  events bigint NOT NULL,
  PRIMARY KEY (minute, type, source)
);

-- Which fact was seen to lead to which, at whom, and how long that took.
CREATE TABLE reaction_count (
  cause        text   NOT NULL,
  source       text   NOT NULL,
  effect       text   NOT NULL,
  events       bigint NOT NULL,
  total_millis bigint NOT NULL,
  max_millis   bigint NOT NULL,
  PRIMARY KEY (cause, source, effect)
);
