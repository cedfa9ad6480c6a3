-- Keys that the query side made for itself when it first needed them.
CREATE TABLE views.secret (
    name  text  PRIMARY KEY,
    value bytea NOT NULL
);

GRANT SELECT, INSERT ON views.secret TO trm_query;
