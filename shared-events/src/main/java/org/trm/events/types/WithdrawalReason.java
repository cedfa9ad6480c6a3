package org.trm.events.types;

/** Why a sending country withdraws its referral. */
public enum WithdrawalReason {
    PERSON_CHANGED_PLANS,
    CIRCUMSTANCES_CHANGED,
    RISK_CHANGED,
    OTHER_SOLUTION_FOUND,
    DRAFT_DISCARDED,
    ENTERED_IN_ERROR,
    CASE_CLOSED
}
