-- Data keys as they are kept for each country that may read: encrypted to the country's key, and again under a key of the
-- case that is kept elsewhere. A country reads for as long as its row stands; whoever has only this table opens nothing.
CREATE SCHEMA IF NOT EXISTS keys;

CREATE TABLE keys.wrap (
    case_id uuid NOT NULL,
    data_class text NOT NULL,
    reach text NOT NULL,
    epoch int NOT NULL,
    country text NOT NULL,
    country_key text NOT NULL,
    wrapped bytea NOT NULL,
    PRIMARY KEY (case_id, data_class, reach, epoch, country)
);

GRANT USAGE ON SCHEMA keys TO trm_command, trm_query;
GRANT SELECT, INSERT, DELETE ON keys.wrap TO trm_command;
GRANT SELECT ON keys.wrap TO trm_query;
