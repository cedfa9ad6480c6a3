-- What it takes to tell a case's next event; the entries are not needed for that.
CREATE TABLE ${schema}.case_memory (
    case_id uuid   PRIMARY KEY,
    version bigint NOT NULL,
    state   text   NOT NULL
);

-- One line an event, written once.
CREATE TABLE ${schema}.entry (
    case_id             uuid        NOT NULL,
    version             bigint      NOT NULL,
    at                  timestamptz NOT NULL,
    act                 text        NOT NULL,
    sentence            text        NOT NULL,
    detail              text,
    occurred_on         date,
    corrects            bigint,
    referral_id         uuid,
    audience            text        NOT NULL,
    actor_kind          text        NOT NULL,
    acting_country      text,
    acting_organisation text,
    acting_role         text,
    actor_id            uuid        NOT NULL,
    correlation         text,
    PRIMARY KEY (case_id, version)
);

CREATE INDEX entry_correction ON ${schema}.entry (case_id, version) WHERE corrects IS NOT NULL;
-- By what events of all cases are looked for. The order is that in which they were recorded.
CREATE INDEX entry_in_order ON ${schema}.entry (at, case_id, version);
CREATE INDEX entry_of_actor ON ${schema}.entry (actor_id, at, case_id, version);
CREATE INDEX entry_of_organisation ON ${schema}.entry (acting_organisation, at, case_id, version);
CREATE INDEX entry_of_correlation ON ${schema}.entry (correlation);

-- A line is never deleted: what a country was to a case stays.
CREATE TABLE ${schema}.case_party (
    country text NOT NULL,
    case_id uuid NOT NULL,
    PRIMARY KEY (country, case_id)
);
