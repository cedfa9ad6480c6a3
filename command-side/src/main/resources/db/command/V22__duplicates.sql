-- By what people are compared whom nobody can read here: blind values, apart from the events and gone with the person. Of
-- each index a case may have several, as somebody may have several papers.
CREATE SCHEMA IF NOT EXISTS duplicates;

CREATE TABLE duplicates.person (
    case_id uuid PRIMARY KEY,
    -- The country that is responsible now, and is to be asked.
    holder text NOT NULL
);

CREATE INDEX person_of_holder ON duplicates.person (holder);

CREATE TABLE duplicates.blind (
    case_id uuid NOT NULL REFERENCES duplicates.person ON DELETE CASCADE,
    compared_by text NOT NULL,
    value int NOT NULL,
    PRIMARY KEY (case_id, compared_by, value)
);

CREATE INDEX blind_value ON duplicates.blind (compared_by, value);

-- That two cases may be of one person, a row for each of them.
CREATE TABLE duplicates.finding (
    case_id uuid NOT NULL REFERENCES duplicates.person ON DELETE CASCADE,
    other_id uuid NOT NULL REFERENCES duplicates.person ON DELETE CASCADE,
    compared_by text NOT NULL,
    found_at timestamptz NOT NULL,
    -- Who is told: the country that is responsible for the case now.
    holder text NOT NULL,
    PRIMARY KEY (case_id, other_id, compared_by)
);

-- In the order in which a country is told.
CREATE INDEX finding_of_holder ON duplicates.finding (holder, found_at, case_id);

CREATE INDEX finding_of_other ON duplicates.finding (other_id);

-- Who compared, when, by what, and how many it hit: no trait, and no value. Like an event, a row is never altered.
CREATE TABLE duplicates.comparison (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    compared_at timestamptz NOT NULL,
    occasion text NOT NULL,
    -- By pseudonym, as in the events.
    person uuid NOT NULL,
    issuer text NOT NULL,
    role text NOT NULL,
    country text NOT NULL,
    compared_by text[] NOT NULL,
    -- How many values, which of one index may be several.
    compared int NOT NULL,
    hits int NOT NULL
);

CREATE INDEX comparison_of_person ON duplicates.comparison (person, occasion, compared_at) INCLUDE (compared);
CREATE INDEX comparison_of_country ON duplicates.comparison (country, occasion, compared_at) INCLUDE (compared);

CREATE FUNCTION duplicates.refuse_alteration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'records of comparing are never altered: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE OR TRUNCATE ON duplicates.comparison
    FOR EACH STATEMENT EXECUTE FUNCTION duplicates.refuse_alteration();

GRANT USAGE ON SCHEMA duplicates TO trm_command, trm_query;
GRANT SELECT, INSERT, DELETE ON duplicates.person, duplicates.blind, duplicates.finding TO trm_command;
GRANT UPDATE (holder) ON duplicates.person, duplicates.finding TO trm_command;
GRANT SELECT, INSERT ON duplicates.comparison TO trm_command;
GRANT SELECT ON duplicates.person, duplicates.finding TO trm_query;
