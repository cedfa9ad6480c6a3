package org.trm.events.types;

/** Why a transfer failed after it was ready or under way. */
public enum TransferFailure {
    PERSON_MISSING,
    PERSON_REFUSED,
    PERSON_RETURNED,
    NOT_RECEIVED,
    REFUSED_AT_BORDER,
    MEDICAL,
    TRAVEL_IMPOSSIBLE,
    RISK_EMERGED,
    DECEASED
}
