-- How many rows wait for a decision, and why, is shown beside other figures; what is in them is not.
GRANT SELECT (reason, state) ON quarantine TO troupe_read;
