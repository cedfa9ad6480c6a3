package org.trm.events.types;

/** How far the identification of a person as a victim has come. */
public enum IdentificationState {
    DETECTED,
    /** A competent authority saw no reasonable grounds; new facts may lead to another decision. */
    NO_REASONABLE_GROUNDS,
    /** Reasonable grounds found: no removal until identification is finished (CoE Convention art. 10(2)). */
    PRESUMED,
    CONFIRMED,
    NOT_CONFIRMED;

    public boolean pending() {
        return this == DETECTED || this == PRESUMED;
    }
}
