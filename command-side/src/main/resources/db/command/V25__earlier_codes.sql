-- Every event has a code, by which it is known as one that the mechanism recorded. It stands in the event's metadata. Those that
-- were recorded before that are given theirs here, once, by the first start that knows of codes; none is added later.
CREATE TABLE events.earlier_code (
    global_index bigint PRIMARY KEY,
    code text NOT NULL
);

CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE OR TRUNCATE ON events.earlier_code
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_alteration();

GRANT SELECT, INSERT ON events.earlier_code TO trm_command;
GRANT SELECT ON events.earlier_code TO trm_query;
