CREATE TABLE ${schema}.tally (
    case_id uuid        PRIMARY KEY,
    version bigint      NOT NULL,
    last_at timestamptz NOT NULL,
    closed  text,
    kinds   text[]      NOT NULL
);

CREATE TABLE ${schema}.referral (
    case_id     uuid NOT NULL,
    referral_id uuid NOT NULL,
    state       text NOT NULL,
    PRIMARY KEY (case_id, referral_id)
);

CREATE TABLE ${schema}.line (
    case_id uuid   NOT NULL,
    version bigint NOT NULL,
    text    text   NOT NULL,
    PRIMARY KEY (case_id, version)
);
