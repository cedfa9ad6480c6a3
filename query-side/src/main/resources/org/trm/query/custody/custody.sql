CREATE TABLE ${schema}.case_custody (
    case_id uuid   PRIMARY KEY,
    version bigint NOT NULL,
    state   text   NOT NULL
);
