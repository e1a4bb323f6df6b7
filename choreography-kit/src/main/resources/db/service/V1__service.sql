-- What every service keeps beside its views, in its own schema.

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

CREATE TABLE dead_letter (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  processor     text NOT NULL,
  sequence      text NOT NULL,
  position      bigint NOT NULL,
  event_id      text NOT NULL,
  event_type    text NOT NULL,
  cause_type    text,
  cause_message text,
  attempts      integer NOT NULL DEFAULT 1,
  parked_at     timestamptz NOT NULL DEFAULT now(),
  last_tried_at timestamptz,
  UNIQUE (processor, position)
);
CREATE INDEX ON dead_letter (processor, sequence, position);

CREATE TABLE idempotency_key (
  key         text PRIMARY KEY,
  fingerprint text NOT NULL,
  status      integer NOT NULL,
  location    text NOT NULL,
  flow_id     text NOT NULL,
  body        text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON idempotency_key (created_at);

-- The layout of db-scheduler.
CREATE TABLE scheduled_tasks (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX ON scheduled_tasks (execution_time);
CREATE INDEX ON scheduled_tasks (last_heartbeat);
CREATE INDEX ON scheduled_tasks (priority DESC, execution_time ASC);
