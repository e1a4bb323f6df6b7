-- What services say of themselves, in the one place where everybody looks.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'troupe_choreography') THEN CREATE ROLE troupe_choreography NOLOGIN; END IF;
END $$;

CREATE TABLE choreography.declaration (
  service     text PRIMARY KEY,
  version     text NOT NULL,
  declared    jsonb NOT NULL,
  declared_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE choreography.instance (
  service    text NOT NULL,
  instance   text NOT NULL,
  status     jsonb NOT NULL,
  seen_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (service, instance)
);

-- Keys of customers, wrapped by a master key that is outside the database.
CREATE SCHEMA keys;
CREATE TABLE keys.subject_key (
  subject    text NOT NULL,
  key_id     text NOT NULL,
  wrapped    bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  shredded_at timestamptz,
  PRIMARY KEY (subject, key_id)
);

GRANT USAGE ON SCHEMA choreography TO troupe_choreography;
GRANT SELECT, INSERT, UPDATE, DELETE ON choreography.declaration, choreography.instance TO troupe_choreography;
GRANT SELECT, INSERT, UPDATE ON keys.subject_key TO troupe_append;
GRANT USAGE ON SCHEMA keys TO troupe_append;
