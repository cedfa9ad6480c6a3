-- What is published in the directory belongs to no case.
ALTER TABLE acts.idempotency ALTER COLUMN case_id DROP NOT NULL;
