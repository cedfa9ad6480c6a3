CREATE TABLE ${schema}.case_emergency (
    case_id uuid   PRIMARY KEY,
    version bigint NOT NULL,
    state   text   NOT NULL
);

CREATE TABLE ${schema}.emergency_access (
    case_id      uuid        NOT NULL,
    access_id    uuid        NOT NULL,
    reference    text        NOT NULL,
    holder       text        NOT NULL,
    country      text        NOT NULL,
    organisation text        NOT NULL,
    role         text        NOT NULL,
    officer      uuid        NOT NULL,
    ground       text        NOT NULL,
    opened_at    timestamptz NOT NULL,
    until        timestamptz NOT NULL,
    due          timestamptz NOT NULL,
    reviewed_at  timestamptz,
    reviewed_by  text,
    finding      text,
    PRIMARY KEY (case_id, access_id)
);

CREATE INDEX emergency_access_country ON ${schema}.emergency_access (country, opened_at DESC, access_id DESC);
CREATE INDEX emergency_access_holder ON ${schema}.emergency_access (holder, opened_at DESC, access_id DESC);
