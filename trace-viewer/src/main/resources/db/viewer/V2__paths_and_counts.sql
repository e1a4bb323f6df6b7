-- The way a flow took, how many flows there are, and what a dashboard asks for. All of it is filled by reading the log again.
TRUNCATE flow, minute_count, reaction_count;
ALTER TABLE flow ADD COLUMN path text NOT NULL;
ALTER TABLE progress ADD COLUMN flows bigint NOT NULL DEFAULT 0;
UPDATE progress SET position = 0, declarations = '';

CREATE INDEX flow_path_idx ON flow (path);
CREATE INDEX flow_settled_idx ON flow (settled_at);

-- The same as before, but minute by minute, so that what is going on now can be told from what went on ever.
ALTER TABLE reaction_count ADD COLUMN minute timestamptz NOT NULL;
ALTER TABLE reaction_count DROP CONSTRAINT reaction_count_pkey;
ALTER TABLE reaction_count ADD PRIMARY KEY (minute, cause, source, effect);
