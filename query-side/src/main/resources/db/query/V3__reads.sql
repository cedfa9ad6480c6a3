-- Who opened what about a person, written before it was shown. Like an event, a row is never altered.
CREATE SCHEMA IF NOT EXISTS reads;

CREATE TABLE reads.opening (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    opened_at    timestamptz NOT NULL,
    case_id      uuid        NOT NULL,
    -- The version of the case of which it was read.
    version      bigint      NOT NULL,
    -- By pseudonym, as in the events.
    reader       uuid        NOT NULL,
    issuer       text        NOT NULL,
    role         text        NOT NULL,
    country      text        NOT NULL,
    organisation text,
    purpose      text        NOT NULL,
    fields       text[]      NOT NULL
);

CREATE INDEX opening_of_case ON reads.opening (case_id, id);

CREATE FUNCTION reads.refuse_alteration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'records of reading are never altered: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE OR TRUNCATE ON reads.opening
    FOR EACH STATEMENT EXECUTE FUNCTION reads.refuse_alteration();

GRANT USAGE ON SCHEMA reads TO trm_query;
GRANT SELECT, INSERT ON reads.opening TO trm_query;
