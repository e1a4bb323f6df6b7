-- Which event store the tokens, dead letters and views of this database belong to.
CREATE TABLE choreography.event_store (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  kind     text NOT NULL,
  since    timestamptz NOT NULL DEFAULT now()
);

-- Where the events of a flow are, for an event store that cannot find them by itself. Made from the log and can be made again.
CREATE TABLE choreography.event_index (
  position bigint PRIMARY KEY,
  event_id uuid NOT NULL,
  flow_id  text COLLATE "C" NOT NULL,
  type     text COLLATE "C" NOT NULL
);
CREATE INDEX ON choreography.event_index (flow_id);
CREATE INDEX ON choreography.event_index (event_id);

-- How far the index is, in the form that processors keep their tokens in.
CREATE TABLE choreography.token (
  processor     text    NOT NULL,
  segment       integer NOT NULL,
  mask          integer NOT NULL,
  position      bigint  NOT NULL,
  event_id      uuid,
  owner         text,
  claimed_until timestamptz,
  PRIMARY KEY (processor, segment)
);

GRANT SELECT, INSERT ON choreography.event_store, choreography.event_index TO troupe_choreography;
GRANT SELECT, INSERT, UPDATE ON choreography.token TO troupe_choreography;
