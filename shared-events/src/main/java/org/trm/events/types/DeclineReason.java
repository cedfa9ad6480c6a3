package org.trm.events.types;

/** Why a receiving country declines. */
public enum DeclineReason {
    NOT_NATIONAL_OR_RESIDENT,
    NO_LEGAL_STAY,
    NO_SUITABLE_SERVICE,
    RISK_UNACCEPTABLE,
    NOT_IN_BEST_INTERESTS,
    INCOMPLETE_INFORMATION,
    /** Another body or country is competent: forwarding says which. */
    WRONG_COMPETENCE,
    DUPLICATE,
    PERSON_UNKNOWN,
    LEGAL_BAR
}
