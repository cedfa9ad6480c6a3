-- What the database server does once, when its data folder is empty: database.sql, with the passwords of this place.
\set ON_ERROR_STOP on
\set owner_password `cat /run/secrets/owner_password`
\set command_password `cat /run/secrets/command_password`
\set query_password `cat /run/secrets/query_password`
\i /etc/trm/database.sql
