package org.trm.events.types;

/** What a country is to a case; what it may see and do follows from it. */
public enum Relation {
    HOLDER,
    FORMER_HOLDER,
    /** Asked by a referral that has been submitted and is still live. */
    ADDRESSED,
    /** Asked once, by a referral that has ended without a handover. */
    FORMERLY_ADDRESSED,
    NONE
}
