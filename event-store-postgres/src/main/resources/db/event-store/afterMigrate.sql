-- Group roles live in the cluster, not in the database: a restored database needs them again, so this runs after every migration.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['troupe_append', 'troupe_read', 'troupe_migrate'] LOOP
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
                EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL; -- another database of this cluster is being migrated too
        END;
    END LOOP;
END
$$;

GRANT USAGE ON SCHEMA events TO troupe_append, troupe_read;
GRANT ALL ON SCHEMA events TO troupe_migrate;
GRANT ALL ON ALL TABLES IN SCHEMA events TO troupe_migrate;

-- Without a right to the columns, an appender can choose neither a position nor the time of recording.
GRANT SELECT ON events.event TO troupe_append, troupe_read;
GRANT INSERT (stream, stream_position, aggregate_type, event_id, type, revision, occurred_at, metadata, payload)
    ON events.event TO troupe_append;

GRANT SELECT ON events.snapshot TO troupe_append, troupe_read;
GRANT INSERT, UPDATE ON events.snapshot TO troupe_append;

-- For the check at start that the sequence is not behind the table.
DO $$
BEGIN
    EXECUTE format('GRANT SELECT ON SEQUENCE %s TO troupe_append, troupe_read',
                   pg_get_serial_sequence('events.event', 'position'));
END
$$;
