-- Every replay that was ever asked for, and how it ended.
CREATE TABLE replay (
  id              text PRIMARY KEY,
  projection      text NOT NULL,
  state           text NOT NULL,
  requested_by    text NOT NULL,
  events_per_second integer NOT NULL,
  position        bigint NOT NULL DEFAULT 0,
  target          bigint NOT NULL,
  events          bigint NOT NULL DEFAULT 0,
  requested_at    timestamptz NOT NULL DEFAULT now(),
  changed_at      timestamptz NOT NULL DEFAULT now(),
  note            text
);
-- At most one at a time per projection.
CREATE UNIQUE INDEX ON replay (projection) WHERE state IN ('RUNNING', 'PAUSED', 'CAUGHT_UP');
