-- The nodes that take in events, each by its own word: by the number of those that lay out their views alike they share the
-- work out among themselves.
CREATE TABLE views.node (
    node    text        PRIMARY KEY,
    layouts text        NOT NULL,
    seen_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON views.node TO trm_query;
