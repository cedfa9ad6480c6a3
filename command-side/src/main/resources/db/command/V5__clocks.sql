-- The time limits that run now: folded from the events, so that the table can be emptied and filled again at any time.
CREATE TABLE acts.open_clock (
    case_id uuid NOT NULL,
    -- The referral whose limit this is; the case's own id for a limit of the case itself.
    of_id uuid NOT NULL,
    -- A referral has one clock at a time, whatever its limit; the case's own limits run beside each other.
    clock text NOT NULL,
    time_limit text NOT NULL,
    started_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    lapses_at timestamptz,
    version bigint NOT NULL,
    -- Until when a node that claimed this row has it for itself (real time).
    claimed_until timestamptz NOT NULL DEFAULT '-infinity',
    PRIMARY KEY (case_id, of_id, clock)
);

CREATE INDEX open_clock_due_at ON acts.open_clock (due_at);

-- Positions of the command side's own event processors.
CREATE TABLE acts.token_entry (
    processor_name text NOT NULL,
    segment int NOT NULL,
    token bytea,
    token_type text,
    timestamp text,
    owner text,
    PRIMARY KEY (processor_name, segment)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON acts.open_clock, acts.token_entry TO trm_command;
