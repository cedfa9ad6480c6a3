package org.trm.events.types;

/** What the focal points of two countries have found out when a case of each may be of the same person. */
public enum DuplicateOutcome {
    SAME_PERSON,
    ANOTHER_PERSON,
    /** They have talked, and cannot tell. */
    NOT_ESTABLISHED
}
