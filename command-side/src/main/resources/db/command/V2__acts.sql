-- Acts that came with an Idempotency-Key: what came of each, so that asking again gives the first answer again.
CREATE SCHEMA IF NOT EXISTS acts;

CREATE TABLE acts.idempotency (
    -- UUIDv5 of issuer, subject and key: nobody meets another's key.
    command_id uuid PRIMARY KEY,
    -- HMAC of method, path and body: tells another request under the same key, and nothing about its content.
    request bytea NOT NULL,
    case_id uuid NOT NULL,
    version bigint NOT NULL,
    -- The rule that refused, and what it looked at; null when it happened.
    rule text,
    facts json,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Rows arrive in the order of time and leave in it.
CREATE INDEX idempotency_created_at ON acts.idempotency USING brin (created_at);

-- Keys that the service made for itself on its first start.
CREATE TABLE acts.secret (
    name text PRIMARY KEY,
    value bytea NOT NULL
);

GRANT USAGE ON SCHEMA acts TO trm_command;
GRANT SELECT, INSERT, DELETE ON acts.idempotency TO trm_command;
GRANT SELECT, INSERT ON acts.secret TO trm_command;
