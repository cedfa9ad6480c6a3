-- What came of asking the other country, a row for each two cases, as the country that is told of the first one says it; the
-- latest counts. It says that two cases are, or are not, of one person: so it goes with either of them.
CREATE TABLE duplicates.settlement (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES duplicates.person ON DELETE CASCADE,
    other_id uuid NOT NULL REFERENCES duplicates.person ON DELETE CASCADE,
    -- Whose focal point says it; whoever becomes responsible asks for herself.
    country text NOT NULL,
    settled_at timestamptz NOT NULL,
    outcome text NOT NULL,
    -- By pseudonym, as in the events.
    person uuid NOT NULL,
    issuer text NOT NULL
);

CREATE INDEX settlement_of_case ON duplicates.settlement (case_id, country, other_id);
CREATE INDEX settlement_of_other ON duplicates.settlement (other_id);

GRANT SELECT, INSERT ON duplicates.settlement TO trm_command;
GRANT SELECT ON duplicates.settlement TO trm_query;
