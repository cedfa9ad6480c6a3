package org.trm.events.types;

/** What the review of an emergency access found. */
public enum EmergencyFinding {
    /** There was an emergency, and it could not have waited. */
    JUSTIFIED,
    /** There was none, or it could have waited: what follows is for the officer's own organisation. */
    NOT_JUSTIFIED
}
