-- An event that failed for a reason that may pass is tried again by itself; an edited payload is used instead of the event's own.
ALTER TABLE dead_letter
  ADD next_try_at    timestamptz,
  ADD edited_payload jsonb;
CREATE INDEX ON dead_letter (processor, next_try_at) WHERE next_try_at IS NOT NULL;

-- Who did what about dead letters, when and why; kept when the letter is gone.
CREATE TABLE dead_letter_history (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  letter     bigint NOT NULL,
  kind       text NOT NULL,
  done_by    text NOT NULL,
  done_at    timestamptz NOT NULL DEFAULT now(),
  note       text,
  payload    jsonb,
  processor  text NOT NULL,
  sequence   text NOT NULL,
  position   bigint NOT NULL,
  event_id   text NOT NULL,
  event_type text NOT NULL
);
CREATE INDEX ON dead_letter_history (letter, id);
GRANT SELECT ON dead_letter_history TO troupe_read;

INSERT INTO dead_letter_history (letter, kind, done_by, done_at, note, processor, sequence, position, event_id, event_type)
SELECT id, 'DROPPED', dropped_by, dropped_at, reason, processor, sequence, position, event_id, event_type FROM dropped_letter;
DROP TABLE dropped_letter;
