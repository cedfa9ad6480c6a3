-- At every start those who were erased are looked for.
CREATE INDEX erasure_event ON events.domain_event (global_index) WHERE payload_type = 'trm.case.PersonErased';

-- The key by which requests are compared lies with the other keys.
DROP TABLE acts.secret;
