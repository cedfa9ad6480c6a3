package org.trm.events.types;

/** Kinds of papers that say who somebody is. */
public enum PaperKind {
    PASSPORT,
    IDENTITY_CARD,
    EMERGENCY_TRAVEL_DOCUMENT,
    RESIDENCE_PERMIT,
    BIRTH_CERTIFICATE,
    OTHER
}
