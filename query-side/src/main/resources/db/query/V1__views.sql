-- What the read models keep about themselves. The views' own schemas (view_<name>_<n>) are made at run time.

CREATE TABLE views.generation (
    view        text        NOT NULL,
    number      integer     NOT NULL,
    layout      integer     NOT NULL,
    state       text        NOT NULL
                CHECK (state IN ('BUILDING', 'CATCHING_UP', 'CURRENT', 'RETIRED', 'DROPPED', 'FAILED')),
    begun_at    timestamptz NOT NULL DEFAULT now(),
    changed_at  timestamptz NOT NULL DEFAULT now(),
    built_at    timestamptz,
    events_done bigint      NOT NULL DEFAULT 0,
    events_all  bigint      NOT NULL DEFAULT 0,
    starts_at   bigint,
    failure     text,
    PRIMARY KEY (view, number)
);

CREATE UNIQUE INDEX generation_one_current ON views.generation (view) WHERE state = 'CURRENT';
CREATE UNIQUE INDEX generation_one_in_the_making ON views.generation (view) WHERE state IN ('BUILDING', 'CATCHING_UP');

CREATE TABLE views.token (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    stored_at      text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);

GRANT USAGE ON SCHEMA views TO trm_query;
GRANT SELECT, INSERT, UPDATE, DELETE ON views.generation, views.token TO trm_query;
