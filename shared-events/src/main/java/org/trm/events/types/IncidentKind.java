package org.trm.events.types;

/** What can happen on the way. */
public enum IncidentKind {
    MEDICAL,
    MISSING,
    PERSON_REFUSES,
    DELAY,
    DOCUMENT_PROBLEM,
    BORDER_REFUSAL,
    SECURITY_THREAT
}
