-- A country's key is replaced by wrapping again, row by row, what is wrapped to it.
GRANT UPDATE (country_key, wrapped) ON keys.wrap TO trm_command;

-- How much is still wrapped to which key.
CREATE INDEX wrap_by_country_key ON keys.wrap (country, country_key);
