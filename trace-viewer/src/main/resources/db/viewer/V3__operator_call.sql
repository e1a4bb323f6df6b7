-- Who looked at personal data, as in the schema of every service.
CREATE TABLE operator_call (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  caller    text NOT NULL,
  method    text NOT NULL,
  path      text NOT NULL,
  trace_id  text,
  status    integer, -- of the answer; none: the process ended before there was one
  called_at timestamptz NOT NULL DEFAULT now(),
  ended_at  timestamptz
);
CREATE INDEX ON operator_call (called_at);
