-- Who is behind the pseudonyms in the history. Deleting a row leaves the history as it is and takes the name out of it.
CREATE TABLE acts.actor (
    -- UUIDv5 of issuer and subject.
    id uuid PRIMARY KEY,
    issuer text NOT NULL,
    subject text NOT NULL
);

GRANT SELECT, INSERT ON acts.actor TO trm_command;
