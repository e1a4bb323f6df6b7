-- Each projection keeps its token beside its rows, so that both are swapped together.
CREATE TABLE token (
  processor     text    NOT NULL,
  segment       integer NOT NULL,
  mask          integer NOT NULL,
  position      bigint  NOT NULL,
  event_id      uuid,
  owner         text,
  claimed_until timestamptz,
  PRIMARY KEY (processor, segment)
);
