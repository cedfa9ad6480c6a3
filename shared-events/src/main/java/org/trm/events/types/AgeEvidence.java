package org.trm.events.types;

/** What shows someone's age. */
public enum AgeEvidence {
    IDENTITY_DOCUMENT,
    BIRTH_REGISTER,
    COURT_DECISION,
    MULTIDISCIPLINARY_ASSESSMENT,
    CONSULAR_CONFIRMATION
}
