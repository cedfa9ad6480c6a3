CREATE TABLE ${schema}.case_referrals (
    case_id uuid   PRIMARY KEY,
    version bigint NOT NULL,
    state   text   NOT NULL
);

-- A line is never deleted: by it one finds the cases that a country's inbox held at any earlier moment.
CREATE TABLE ${schema}.referral (
    case_id            uuid        NOT NULL,
    referral_id        uuid        NOT NULL,
    reference          text        NOT NULL,
    kind               text        NOT NULL,
    from_country       text        NOT NULL,
    to_country         text        NOT NULL,
    from_organisations text[]      NOT NULL,
    to_organisations   text[]      NOT NULL,
    reason             text        NOT NULL,
    urgency            text        NOT NULL,
    state              text        NOT NULL,
    since              timestamptz NOT NULL,
    drafted_at         timestamptz NOT NULL,
    submitted_at       timestamptz,
    waiting_on         text[]      NOT NULL,
    expected           text,
    time_limit         text,
    due                timestamptz,
    until              timestamptz,
    PRIMARY KEY (case_id, referral_id)
);

CREATE INDEX referral_outgoing ON ${schema}.referral (from_country, drafted_at DESC, referral_id DESC);
CREATE INDEX referral_incoming ON ${schema}.referral (to_country, drafted_at DESC, referral_id DESC)
    WHERE submitted_at IS NOT NULL;
