-- What is recorded is sealed in the log a moment later, by another transaction. Which events are still to be sealed is noted
-- in the transaction that records them: their numbers alone do not tell, for what was counted first may be committed last.
-- The query side's migration makes the same, whichever comes first.
CREATE SCHEMA IF NOT EXISTS log;

CREATE TABLE IF NOT EXISTS log.pending (
    log text NOT NULL,
    -- Where it stands among all records of its kind.
    position bigint NOT NULL,
    PRIMARY KEY (log, position)
);

-- Rows live for a second.
ALTER TABLE log.pending SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- As its owner, so that nobody else needs the right to write here.
CREATE FUNCTION events.is_to_be_sealed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    INSERT INTO log.pending SELECT 'events', global_index FROM recorded;
    RETURN NULL;
END $$;

CREATE TRIGGER is_to_be_sealed AFTER INSERT ON events.domain_event REFERENCING NEW TABLE AS recorded
    FOR EACH STATEMENT EXECUTE FUNCTION events.is_to_be_sealed();

-- What was recorded before is sealed first.
INSERT INTO log.pending SELECT 'events', global_index FROM events.domain_event;

GRANT USAGE ON SCHEMA log TO trm_query;
GRANT SELECT, DELETE ON log.pending TO trm_query;
