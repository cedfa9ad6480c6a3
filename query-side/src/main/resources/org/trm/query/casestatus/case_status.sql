CREATE TABLE ${schema}.case_status (
    case_id uuid   PRIMARY KEY,
    version bigint NOT NULL,
    state   text   NOT NULL
);

-- A line is never deleted: what a country was to a case stays.
CREATE TABLE ${schema}.case_party (
    case_id                  uuid        NOT NULL,
    country                  text        NOT NULL,
    since                    timestamptz NOT NULL,
    relation                 text        NOT NULL,
    precedence               smallint    NOT NULL,
    organisations            text[]      NOT NULL,
    version                  bigint      NOT NULL,
    reference                text        NOT NULL,
    responsible_country      text,
    responsible_organisation text,
    stage                    text,
    identification           text,
    safety                   text,
    open                     boolean,
    closure                  text,
    awaiting                 text,
    due                      timestamptz,
    until                    timestamptz,
    updated_at               timestamptz NOT NULL,
    PRIMARY KEY (case_id, country)
);

CREATE INDEX case_party_awaiting ON ${schema}.case_party (country, awaiting) WHERE awaiting IS NOT NULL;

CREATE INDEX case_party_of_country ON ${schema}.case_party (country, since DESC, case_id DESC);
