package org.trm.query.casestatus;

/** Whether the person is known to be in danger. */
public enum Safety {
    NORMAL,
    EMERGENCY,
    MISSING,
    DECEASED
}
