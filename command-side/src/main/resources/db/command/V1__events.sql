-- The events: appended, never altered. Whoever owns the table may switch the triggers off; that is what the sealed log
-- and its witnesses would then show.
CREATE SCHEMA IF NOT EXISTS events;

CREATE TABLE events.domain_event (
    global_index bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_identifier text NOT NULL UNIQUE,
    aggregate_identifier text NOT NULL,
    sequence_number bigint NOT NULL,
    type text NOT NULL,
    time_stamp text NOT NULL,
    payload_type text NOT NULL,
    payload_revision text NOT NULL,
    payload bytea NOT NULL,
    metadata bytea NOT NULL,
    -- Decides every race: one event of a case at one version.
    UNIQUE (aggregate_identifier, sequence_number)
);

-- The directory's events are few, and found without reading the cases'.
CREATE INDEX directory_event ON events.domain_event (global_index) WHERE type <> 'Case';

-- A statement that does not touch a row is refused like one that does.
CREATE FUNCTION events.refuse_alteration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are never altered: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege', HINT = 'Record a correcting event instead.';
END $$;

CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE OR TRUNCATE ON events.domain_event
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_alteration();

GRANT USAGE ON SCHEMA events TO trm_command, trm_query;
GRANT SELECT, INSERT ON events.domain_event TO trm_command;
GRANT SELECT ON events.domain_event TO trm_query;
