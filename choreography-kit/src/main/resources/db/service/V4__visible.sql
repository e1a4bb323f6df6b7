-- Whoever wonders why a flow is stuck may see what waits here, and change nothing.
GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO troupe_read;
GRANT SELECT ON dead_letter, scheduled_tasks TO troupe_read;
