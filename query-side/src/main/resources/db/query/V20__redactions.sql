-- Of how many records a comparison with the log found that what was sealed in them was taken out, as an event says. The first
-- of them stand among the findings.
ALTER TABLE log.self_check ADD COLUMN redacted bigint NOT NULL DEFAULT 0;

GRANT UPDATE (redacted) ON log.self_check TO trm_query;
