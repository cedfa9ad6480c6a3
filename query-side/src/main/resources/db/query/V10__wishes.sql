-- What an operator wishes of a rebuild that is under way, and how long its bulk has stood paused.
ALTER TABLE views.generation
    ADD COLUMN wish text NOT NULL DEFAULT 'GO_ON' CHECK (wish IN ('GO_ON', 'PAUSE', 'CANCEL')),
    ADD COLUMN paused_millis bigint NOT NULL DEFAULT 0,
    DROP CONSTRAINT generation_state_check,
    ADD CONSTRAINT generation_state_check CHECK (
        state IN ('BUILDING', 'CATCHING_UP', 'PAUSED', 'CURRENT', 'RETIRED', 'DROPPED', 'FAILED', 'CANCELLED'));

DROP INDEX views.generation_one_in_the_making;
CREATE UNIQUE INDEX generation_one_in_the_making ON views.generation (view)
    WHERE state IN ('BUILDING', 'CATCHING_UP', 'PAUSED');
