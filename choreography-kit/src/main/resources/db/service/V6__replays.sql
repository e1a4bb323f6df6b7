-- What a replay is about, what was planned, how it gets on, and where the former projection is kept.
ALTER TABLE replay
  ADD COLUMN selection       jsonb   NOT NULL DEFAULT '{}',
  ADD COLUMN plan            jsonb,
  ADD COLUMN expected_events bigint  NOT NULL DEFAULT 0,
  ADD COLUMN current_rate    integer NOT NULL DEFAULT 0,
  ADD COLUMN kept            text;
-- What was done to it, when and by whom.
CREATE TABLE replay_act (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  replay_id text NOT NULL REFERENCES replay (id),
  at        timestamptz NOT NULL DEFAULT now(),
  actor     text NOT NULL,
  act       text NOT NULL,
  detail    text
);
CREATE INDEX ON replay_act (replay_id, id);
