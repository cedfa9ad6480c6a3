package org.trm.events.types;

/** Whose consent it is: an adult's own, or a guardian's with the child's view recorded. */
public enum ConsentHolder {
    ADULT,
    GUARDIAN
}
