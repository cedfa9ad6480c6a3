-- A closure that was recorded before now starts the time of retention too: the running time limits are folded anew, from
-- the first event on. What is found settled meanwhile fires nothing.
TRUNCATE acts.open_clock;
DELETE FROM acts.token_entry WHERE processor_name = 'time-limits';
