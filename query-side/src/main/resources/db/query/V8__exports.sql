-- Who took a list of events away, written before its first line was sent; and how that ended. Like openings, and numbered with
-- them, for they are sealed in one log.
CREATE TABLE reads.export (
    id           bigint      PRIMARY KEY DEFAULT nextval('reads.opening_id_seq'),
    begun_at     timestamptz NOT NULL,
    -- By pseudonym, as in the events.
    reader       uuid        NOT NULL,
    issuer       text        NOT NULL,
    role         text        NOT NULL,
    country      text,
    organisation text,
    -- The address that was asked.
    question     text        NOT NULL,
    format       text        NOT NULL
);

CREATE INDEX export_of_country ON reads.export (country, id);

CREATE TABLE reads.export_end (
    id       bigint      PRIMARY KEY DEFAULT nextval('reads.opening_id_seq'),
    export   bigint      NOT NULL UNIQUE REFERENCES reads.export,
    ended_at timestamptz NOT NULL,
    lines    bigint      NOT NULL,
    -- Of all bytes that were sent, in hexadecimal.
    sha256   text        NOT NULL,
    -- Whether it was sent to its end.
    whole    boolean     NOT NULL
);

-- How far each has come: a convenience, and no record.
CREATE TABLE reads.export_progress (
    export   bigint      PRIMARY KEY REFERENCES reads.export,
    lines    bigint      NOT NULL,
    moved_at timestamptz NOT NULL
);

CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE OR TRUNCATE ON reads.export
    FOR EACH STATEMENT EXECUTE FUNCTION reads.refuse_alteration();
CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE OR TRUNCATE ON reads.export_end
    FOR EACH STATEMENT EXECUTE FUNCTION reads.refuse_alteration();

CREATE TRIGGER is_to_be_sealed AFTER INSERT ON reads.export REFERENCING NEW TABLE AS recorded
    FOR EACH STATEMENT EXECUTE FUNCTION reads.is_to_be_sealed();
CREATE TRIGGER is_to_be_sealed AFTER INSERT ON reads.export_end REFERENCING NEW TABLE AS recorded
    FOR EACH STATEMENT EXECUTE FUNCTION reads.is_to_be_sealed();

GRANT USAGE ON SEQUENCE reads.opening_id_seq TO trm_query;
GRANT SELECT, INSERT ON reads.export, reads.export_end, reads.export_progress TO trm_query;
GRANT UPDATE (lines, moved_at) ON reads.export_progress TO trm_query;
