-- What witnesses signed of a log: each at most one line below a checkpoint.
CREATE TABLE log.cosignature (
    log text NOT NULL,
    size bigint NOT NULL,
    -- By what its signatures are known.
    witness text NOT NULL,
    -- As it stands below the checkpoint.
    line text NOT NULL,
    -- As the witness says.
    cosigned_at timestamptz NOT NULL,
    PRIMARY KEY (log, size, witness),
    FOREIGN KEY (log, size) REFERENCES log.checkpoint
);

CREATE INDEX cosignature_of_witness ON log.cosignature (log, witness, size);

CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE OR TRUNCATE ON log.cosignature
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_alteration();

GRANT SELECT, INSERT ON log.cosignature TO trm_query;
