-- A country's key is replaced by wrapping again, row by row, what is wrapped to it.
GRANT UPDATE (country_key, wrapped) ON keys.wrap TO trm_command;

-- What is still wrapped to which key, one after the other.
CREATE INDEX wrap_by_country_key ON keys.wrap (country, country_key, case_id, data_class, reach, epoch);
