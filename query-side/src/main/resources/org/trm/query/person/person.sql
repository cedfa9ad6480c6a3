-- What it takes to go on with a case's next event.
CREATE TABLE ${schema}.case_person (
    case_id uuid   PRIMARY KEY,
    version bigint NOT NULL,
    state   text   NOT NULL
);

-- One line for an event that says something of the person, written once.
CREATE TABLE ${schema}.said (
    case_id uuid   NOT NULL,
    version bigint NOT NULL,
    said    text   NOT NULL,
    PRIMARY KEY (case_id, version)
);
