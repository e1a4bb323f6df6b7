-- Input that could not enter the log; its content is sealed, and gone once it is decided about.
CREATE TABLE quarantine (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source      text NOT NULL,
  first_row   integer,
  last_row    integer,
  reason      text NOT NULL,
  detail      text NOT NULL,
  content     jsonb,
  state       text NOT NULL DEFAULT 'HELD',
  held_at     timestamptz NOT NULL DEFAULT now(),
  decided_at  timestamptz,
  decided_by  text,
  decision    text,
  released_as text,
  UNIQUE NULLS NOT DISTINCT (source, first_row, last_row, reason)
);
