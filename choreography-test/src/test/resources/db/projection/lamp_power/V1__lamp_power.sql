CREATE TABLE lamp_power (
  lamp_id text PRIMARY KEY,
  power   integer NOT NULL,
  colour  text NOT NULL
);
