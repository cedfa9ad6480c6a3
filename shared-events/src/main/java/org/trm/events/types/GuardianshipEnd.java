package org.trm.events.types;

/** Why a guardianship ended. */
public enum GuardianshipEnd {
    REPLACED,
    CAME_OF_AGE,
    CONFLICT_OF_INTEREST,
    CUSTODY_MOVED,
    ENTERED_IN_ERROR
}
