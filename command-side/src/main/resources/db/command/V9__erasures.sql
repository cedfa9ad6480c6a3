-- At every start those who were erased are looked for.
CREATE INDEX erasure_event ON events.domain_event (global_index) WHERE payload_type = 'trm.case.PersonErased';
