-- The database of the mechanism and its roles. The embedded PostgreSQL runs this once by itself. For another PostgreSQL
-- an administrator runs it once:
--
--   psql -v ON_ERROR_STOP=1 -v owner_password=... -v app_password=... -f roles.sql postgres
--
-- The application then takes trm_app as spring.datasource.*, trm_owner as spring.flyway.*.

-- Owns the schemas and runs the migrations.
CREATE ROLE trm_owner LOGIN PASSWORD :'owner_password';

-- What the command-side may do: the migrations grant it. It appends events and owns none.
CREATE ROLE trm_command NOLOGIN;

-- What the query-side may do: it reads events and owns its views.
CREATE ROLE trm_query NOLOGIN;

-- The running application; one login for both sides in one process.
CREATE ROLE trm_app LOGIN PASSWORD :'app_password' IN ROLE trm_command, trm_query;

-- No transaction may stay open for long: readers of the event table wait for gaps in its order to be filled.
ALTER ROLE trm_app SET idle_in_transaction_session_timeout = '20s';

ALTER ROLE trm_app SET transaction_timeout = '20s';

ALTER ROLE trm_app SET statement_timeout = '15s';

-- So that the owner can hand schemas to the query-side and can copy the whole database.
GRANT trm_query TO trm_owner;

CREATE DATABASE trm OWNER trm_owner ENCODING 'UTF8' TEMPLATE template0;

REVOKE ALL ON DATABASE trm FROM PUBLIC;

GRANT CONNECT ON DATABASE trm TO trm_command;

-- A new generation of a view is a new schema.
GRANT CONNECT, CREATE ON DATABASE trm TO trm_query;

