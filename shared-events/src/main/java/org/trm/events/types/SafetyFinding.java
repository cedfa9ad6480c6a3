package org.trm.events.types;

/** How a person was found when monitored. */
public enum SafetyFinding {
    SAFE,
    CONCERN,
    /** She is in danger: the case is marked an emergency. */
    ALARM,
    UNKNOWN
}
