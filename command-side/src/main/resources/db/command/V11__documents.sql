-- Documents about a person, each sealed under a key of its case: whoever has only this table opens nothing. One that no act
-- has kept is thrown away after a day.
CREATE SCHEMA IF NOT EXISTS documents;

CREATE TABLE documents.sealed (
    case_id      uuid        NOT NULL,
    document_id  uuid        NOT NULL,
    content      bytea       NOT NULL,
    content_hash text        NOT NULL,
    kept         boolean     NOT NULL DEFAULT false,
    stored_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (case_id, document_id)
);

-- What is sealed cannot be compressed.
ALTER TABLE documents.sealed ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE INDEX document_put_aside ON documents.sealed (stored_at) WHERE NOT kept;

CREATE FUNCTION documents.refuse_alteration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a document that is kept is never altered' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER never_altered BEFORE UPDATE ON documents.sealed
    FOR EACH ROW WHEN (OLD.kept) EXECUTE FUNCTION documents.refuse_alteration();

GRANT USAGE ON SCHEMA documents TO trm_command, trm_query;
GRANT SELECT, INSERT, UPDATE, DELETE ON documents.sealed TO trm_command;
GRANT SELECT ON documents.sealed TO trm_query;
