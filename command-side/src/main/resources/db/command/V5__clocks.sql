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

-- Housekeeping that some node does from time to time: the table of db-scheduler, by its names.
CREATE TABLE acts.scheduled_tasks (
    task_name text NOT NULL,
    task_instance text NOT NULL,
    task_data bytea,
    execution_time timestamptz NOT NULL,
    picked boolean NOT NULL,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint NOT NULL,
    priority smallint,
    state text,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_execution_time ON acts.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON acts.scheduled_tasks (last_heartbeat);

GRANT SELECT, INSERT, UPDATE, DELETE ON acts.open_clock, acts.token_entry, acts.scheduled_tasks TO trm_command;
