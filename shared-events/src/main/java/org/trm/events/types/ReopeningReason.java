package org.trm.events.types;

/** Why a closed case is opened again. A person trafficked anew gets a new case instead, so that history stays true. */
public enum ReopeningReason {
    PERSON_RETURNED_FOR_ASSISTANCE,
    CONTACT_REGAINED,
    APPEAL_UPHELD,
    NEW_EVIDENCE,
    CLOSED_IN_ERROR
}
