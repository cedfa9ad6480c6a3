-- What was sealed about a person who was erased can be taken out of her events as they are stored, and nothing else can be
-- altered in them. Whoever may: the trigger lets through only what an event of the same case records, of an event that is
-- stored as the log sealed it.

-- The same without the ciphertexts of sealed values. A quotation mark within a text is escaped, so that no text looks like one.
CREATE FUNCTION events.without_ciphertext(payload bytea) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = '' AS $$
    SELECT convert_to(regexp_replace(convert_from(payload, 'UTF8'),
        '(\{"\$s":[0-9]+(?:,"[kedfa]":(?:"[A-Za-z0-9_-]+"|[0-9]+))+),"c":"[A-Za-z0-9_-]+"\}', '\1}', 'g'), 'UTF8')
$$;

-- Whether the log sealed an event as it is stored now; not, while it waits to be sealed.
CREATE FUNCTION events.is_as_sealed(event events.domain_event) RETURNS boolean LANGUAGE plpgsql STABLE
    SET search_path = '' AS $$
DECLARE
    leaf record;
    said json;
BEGIN
    SELECT entry, leaf_hash INTO leaf FROM log.leaf WHERE log = 'events' AND position = event.global_index;
    IF NOT FOUND OR sha256('\x00'::bytea || leaf.entry) <> leaf.leaf_hash THEN
        RETURN false;
    END IF;
    said := convert_from(leaf.entry, 'UTF8')::json;
    RETURN said ->> 'eventId' = event.event_identifier
        AND said ->> 'aggId' = event.aggregate_identifier
        AND said ->> 'payload' = translate(encode(sha256(event.payload), 'base64'), '+/=', '-_')
        AND said ->> 'meta' = translate(encode(sha256(event.metadata), 'base64'), '+/=', '-_');
END $$;

-- The events of a case in which something sealed is left: of which version, and the hash of what is stored of each without.
CREATE FUNCTION events.sealed_data(case_id text) RETURNS TABLE (version bigint, content text, as_sealed boolean)
    LANGUAGE plpgsql STABLE SET search_path = '' AS $$
BEGIN
    RETURN QUERY
        SELECT event.sequence_number + 1, encode(sha256(events.without_ciphertext(event.payload)), 'hex'),
               events.is_as_sealed(event)
          FROM events.domain_event event
         WHERE event.aggregate_identifier = case_id AND event.type = 'Case'
           AND event.payload <> events.without_ciphertext(event.payload)
         ORDER BY event.sequence_number;
END $$;

CREATE FUNCTION events.refuse_all_but_redaction() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
    rest events.domain_event := NEW;
BEGIN
    rest.payload := OLD.payload;
    IF rest IS DISTINCT FROM OLD OR NEW.payload <> events.without_ciphertext(OLD.payload) THEN
        RAISE EXCEPTION 'events are never altered: of % nothing but a ciphertext is taken out', OLD.global_index
            USING ERRCODE = 'insufficient_privilege', HINT = 'Record a correcting event instead.';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM events.domain_event erased
                    WHERE erased.aggregate_identifier = OLD.aggregate_identifier
                      AND erased.payload_type = 'trm.case.PersonErased') THEN
        RAISE EXCEPTION 'events are never altered: the person of % was not erased', OLD.aggregate_identifier
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM events.domain_event redaction,
                          json_array_elements(convert_from(redaction.payload, 'UTF8')::json -> 'events') named
                    WHERE redaction.aggregate_identifier = OLD.aggregate_identifier
                      AND redaction.payload_type = 'trm.case.SealedDataRedacted'
                      AND (named ->> 'version')::bigint = OLD.sequence_number + 1
                      AND named ->> 'content' = encode(sha256(NEW.payload), 'hex')) THEN
        RAISE EXCEPTION 'events are never altered: no event records that % was redacted', OLD.global_index
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT events.is_as_sealed(OLD) THEN
        RAISE EXCEPTION 'events are never altered: % is not stored as it was sealed', OLD.global_index
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

-- By the statement as before, whether or not it touches a row; an UPDATE of the content alone is looked at row by row.
DROP TRIGGER never_altered ON events.domain_event;
CREATE TRIGGER never_altered BEFORE DELETE OR TRUNCATE OR UPDATE OF global_index, event_identifier, aggregate_identifier,
        sequence_number, type, time_stamp, payload_type, payload_revision, metadata ON events.domain_event
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_alteration();
CREATE TRIGGER nothing_but_redacted BEFORE UPDATE ON events.domain_event
    FOR EACH ROW EXECUTE FUNCTION events.refuse_all_but_redaction();

-- As the owner, whom the triggers stop like everybody: the application may still alter no event.
CREATE FUNCTION events.redact(case_id text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
    redacted bigint;
BEGIN
    UPDATE events.domain_event SET payload = events.without_ciphertext(payload)
     WHERE aggregate_identifier = case_id AND type = 'Case' AND payload <> events.without_ciphertext(payload);
    GET DIAGNOSTICS redacted = ROW_COUNT;
    RETURN redacted;
END $$;

REVOKE ALL ON FUNCTION events.redact(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION events.redact(text) TO trm_command;
