package org.trm.events.types;

/** How soon a referral must be answered. */
public enum Urgency {
    ROUTINE,
    URGENT,
    EMERGENCY
}
