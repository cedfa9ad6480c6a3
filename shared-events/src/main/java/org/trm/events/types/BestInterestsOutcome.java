package org.trm.events.types;

/** The outcome of a best-interests determination for a child (CoE Convention art. 16(7)). */
public enum BestInterestsOutcome {
    IN_BEST_INTERESTS,
    NOT_IN_BEST_INTERESTS,
    UNDETERMINED
}
