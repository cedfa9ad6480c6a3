-- A closure that was recorded before now starts the time of retention too: the running time limits are folded anew, from
-- the first event on. Until they are folded up to here, none is claimed: most of what is due then was settled long ago.
TRUNCATE acts.open_clock;
DELETE FROM acts.token_entry WHERE processor_name = 'time-limits';

CREATE TABLE acts.clock_fold (
    folded_to bigint NOT NULL
);

INSERT INTO acts.clock_fold
SELECT coalesce(max(global_index), -1) FROM events.domain_event WHERE type = 'Case';

GRANT SELECT ON acts.clock_fold TO trm_command;
