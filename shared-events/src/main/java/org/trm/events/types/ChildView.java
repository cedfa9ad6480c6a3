package org.trm.events.types;

/** The child's own view, as far as age and maturity allow one. */
public enum ChildView {
    AGREES,
    OBJECTS,
    UNDECIDED,
    TOO_YOUNG_TO_EXPRESS
}
