-- The nodes that take in events, each by its own word: by their number they share the work out among themselves.
CREATE TABLE views.node (
    node    text        PRIMARY KEY,
    seen_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON views.node TO trm_query;
