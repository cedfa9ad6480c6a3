-- The sealed log (RFC 6962): a leaf for each record, in an order of its own without gaps. It holds hashes of what was stored,
-- never what was stored. The command side's migration makes the table of what is to be sealed too, whichever comes first.
CREATE SCHEMA IF NOT EXISTS log;

CREATE TABLE IF NOT EXISTS log.pending (
    log text NOT NULL,
    -- Where it stands among all records of its kind.
    position bigint NOT NULL,
    PRIMARY KEY (log, position)
);

CREATE TABLE log.head (
    log text PRIMARY KEY,
    -- Its name for whoever checks it; never changed.
    origin text NOT NULL,
    -- All that must be known of the tree to let it grow.
    frontier bytea NOT NULL
);

CREATE TABLE log.leaf (
    log text NOT NULL,
    leaf_index bigint NOT NULL,
    position bigint NOT NULL,
    record_id text NOT NULL,
    entry bytea NOT NULL,
    leaf_hash bytea NOT NULL,
    PRIMARY KEY (log, leaf_index),
    UNIQUE (log, position),
    UNIQUE (log, record_id)
);

-- The roots of full tiles: the hashes of the tiles above them.
CREATE TABLE log.tile (
    log text NOT NULL,
    level int NOT NULL,
    tile_index bigint NOT NULL,
    root bytea NOT NULL,
    PRIMARY KEY (log, level, tile_index)
);

CREATE TABLE log.checkpoint (
    log text NOT NULL,
    size bigint NOT NULL,
    -- As it was signed and is served.
    note text NOT NULL,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (log, size)
);

-- Every key by which a log was signed, in the order in which they came.
CREATE TABLE log.verifier_key (
    log text NOT NULL,
    number int NOT NULL,
    verifier_key text NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (log, number)
);

-- Times at which everything stored was compared with its log.
CREATE TABLE log.self_check (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    log text NOT NULL,
    begun_at timestamptz NOT NULL,
    -- When it last came further; one that has not for long was left by a node that stopped.
    moved_at timestamptz NOT NULL,
    -- Null while it runs.
    ended_at timestamptz,
    leaves_done bigint NOT NULL DEFAULT 0,
    leaves_all bigint NOT NULL,
    -- Why it came to no end.
    failure text
);

CREATE INDEX self_check_of_log ON log.self_check (log, number);
CREATE UNIQUE INDEX self_check_running ON log.self_check (log) WHERE ended_at IS NULL;

CREATE TABLE log.finding (
    self_check bigint NOT NULL REFERENCES log.self_check,
    number int NOT NULL,
    kind text NOT NULL,
    leaf_index bigint,
    position bigint,
    record_id text,
    about text,
    about_number bigint,
    sentence text NOT NULL,
    PRIMARY KEY (self_check, number)
);

CREATE FUNCTION log.refuse_alteration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log only grows: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE OR TRUNCATE ON log.leaf
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_alteration();
CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE OR TRUNCATE ON log.tile
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_alteration();
CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE OR TRUNCATE ON log.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_alteration();
CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE OR TRUNCATE ON log.verifier_key
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_alteration();

-- Who read what is sealed in a log of its own.
CREATE FUNCTION reads.is_to_be_sealed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    INSERT INTO log.pending SELECT 'readings', id FROM recorded;
    RETURN NULL;
END $$;

CREATE TRIGGER is_to_be_sealed AFTER INSERT ON reads.opening REFERENCING NEW TABLE AS recorded
    FOR EACH STATEMENT EXECUTE FUNCTION reads.is_to_be_sealed();

INSERT INTO log.pending SELECT 'readings', id FROM reads.opening;

GRANT USAGE ON SCHEMA log TO trm_query;
GRANT SELECT, DELETE ON log.pending TO trm_query;
GRANT SELECT, INSERT ON log.head, log.leaf, log.tile, log.checkpoint, log.verifier_key TO trm_query;
GRANT UPDATE (frontier) ON log.head TO trm_query;
GRANT SELECT, INSERT ON log.self_check, log.finding TO trm_query;
GRANT UPDATE (moved_at, ended_at, leaves_done, failure) ON log.self_check TO trm_query;

-- Whoever waits for what it recorded to be sealed looks for it here.
GRANT USAGE ON SCHEMA log TO trm_command;
GRANT SELECT ON log.leaf, log.tile, log.checkpoint TO trm_command;
