-- The database of the mechanism as services, and its roles. An administrator runs this once:
--
--   psql -v ON_ERROR_STOP=1 -v owner_password=... -v command_password=... -v query_password=... -f database.sql postgres
--
-- The nodes of the command side then take trm_command_node as spring.datasource.*, those of the query side trm_query_node,
-- and both trm_owner as spring.flyway.*.

-- Owns the schemas and runs the migrations.
CREATE ROLE trm_owner LOGIN PASSWORD :'owner_password';

-- What the command side may do: the migrations grant it. It appends events and owns none.
CREATE ROLE trm_command NOLOGIN;

-- What the query side may do: it reads events and owns its views.
CREATE ROLE trm_query NOLOGIN;

CREATE ROLE trm_command_node LOGIN PASSWORD :'command_password' IN ROLE trm_command;

CREATE ROLE trm_query_node LOGIN PASSWORD :'query_password' IN ROLE trm_query;

-- No transaction may stay open for long: readers of the event table wait for gaps in its order to be filled, and a node that
-- hangs must not keep what it holds.
ALTER ROLE trm_command_node SET idle_in_transaction_session_timeout = '20s';

ALTER ROLE trm_command_node SET transaction_timeout = '20s';

ALTER ROLE trm_command_node SET statement_timeout = '15s';

ALTER ROLE trm_query_node SET idle_in_transaction_session_timeout = '20s';

ALTER ROLE trm_query_node SET transaction_timeout = '20s';

ALTER ROLE trm_query_node SET statement_timeout = '15s';

-- So that the owner can hand schemas to the query side and can copy the whole database.
GRANT trm_query TO trm_owner;

CREATE DATABASE trm OWNER trm_owner ENCODING 'UTF8' TEMPLATE template0;

REVOKE ALL ON DATABASE trm FROM PUBLIC;

GRANT CONNECT ON DATABASE trm TO trm_command;

-- A new generation of a view is a new schema.
GRANT CONNECT, CREATE ON DATABASE trm TO trm_query;
