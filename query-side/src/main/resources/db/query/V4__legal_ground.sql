-- On what ground somebody read. What was recorded before stays as it was; from now on no row comes without.
ALTER TABLE reads.opening ADD COLUMN legal_ground text;
ALTER TABLE reads.opening ADD CONSTRAINT opening_has_legal_ground CHECK (legal_ground IS NOT NULL) NOT VALID;
