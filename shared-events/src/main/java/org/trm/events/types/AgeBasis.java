package org.trm.events.types;

/** On what it rests that someone is or is not a child (CoE Convention art. 10(3)). */
public enum AgeBasis {
    DECLARED,
    DOCUMENTED,
    ASSESSED,
    PRESUMED_MINOR
}
