-- Whose personal data was erased, when, and who asked for it. Nobody may change or delete what stands here.
CREATE TABLE keys.erasure (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject      text NOT NULL,
  keys         integer NOT NULL,
  requested_by text NOT NULL,
  erased_at    timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT ON keys.erasure TO troupe_append;

-- Whoever shows events may know which of their personal values are erased, and see no key.
GRANT USAGE ON SCHEMA keys TO troupe_read;
GRANT SELECT (subject, key_id, shredded_at) ON keys.subject_key TO troupe_read;
