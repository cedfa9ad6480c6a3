package org.trm.events.types;

/** Gender as the Human Trafficking Case Data Standard (HTCDS 2.0) codes it. */
public enum Gender {
    FEMININE,
    MASCULINE,
    TRANSGENDER_FEMININE,
    TRANSGENDER_MASCULINE,
    NON_CONFORMING,
    NON_SPECIFIED_UNKNOWN
}
