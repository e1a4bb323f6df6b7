-- What was given up, by whom and why.
CREATE TABLE dropped_letter (
  id         bigint PRIMARY KEY,
  processor  text NOT NULL,
  sequence   text NOT NULL,
  position   bigint NOT NULL,
  event_id   text NOT NULL,
  event_type text NOT NULL,
  reason     text NOT NULL,
  dropped_by text NOT NULL,
  dropped_at timestamptz NOT NULL DEFAULT now()
);
