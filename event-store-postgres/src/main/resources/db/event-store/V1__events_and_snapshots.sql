-- Every event of every stream, one row each. Rows are only ever inserted, and nothing but the default of the column draws a position:
-- readers rely on both (RATIONALE.md). json rather than jsonb: it is kept as it was written, and costs less to write and to read.
CREATE TABLE events.event (
    position        bigint GENERATED ALWAYS AS IDENTITY (INCREMENT BY 1 CACHE 1 NO CYCLE),
    stream          text COLLATE "C" NOT NULL,
    stream_position bigint           NOT NULL,
    aggregate_type  text,
    event_id        uuid             NOT NULL,
    type            text COLLATE "C" NOT NULL,
    revision        text,
    occurred_at     timestamptz      NOT NULL,
    recorded_at     timestamptz      NOT NULL DEFAULT clock_timestamp(),
    metadata        json             NOT NULL,
    payload         json             NOT NULL,
    CONSTRAINT event_pkey PRIMARY KEY (position),
    CONSTRAINT event_stream_position_key UNIQUE (stream, stream_position),
    CONSTRAINT event_event_id_key UNIQUE (event_id)
);

-- Time is nearly the order of insertion, so block ranges find it at next to no cost.
CREATE INDEX event_time_idx ON events.event USING brin (occurred_at, recorded_at) WITH (pages_per_range = 32, autosummarize = on);

-- Finds the events of one flow.
CREATE INDEX event_flow_idx ON events.event ((metadata ->> 'correlationId'));

-- The newest snapshot of a stream: a cache, so it may be overwritten.
CREATE TABLE events.snapshot (
    stream          text COLLATE "C" PRIMARY KEY,
    stream_position bigint           NOT NULL,
    aggregate_type  text,
    event_id        uuid             NOT NULL,
    type            text COLLATE "C" NOT NULL,
    revision        text,
    occurred_at     timestamptz      NOT NULL,
    recorded_at     timestamptz      NOT NULL DEFAULT clock_timestamp(),
    metadata        json             NOT NULL,
    payload         json             NOT NULL
);
