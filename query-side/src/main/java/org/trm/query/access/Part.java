package org.trm.query.access;

/** What there is to see of a case. */
public enum Part {
    /** Where it stands, its running time limits, and its referrals. */
    STATUS,
    /** The minimal data set about the person. */
    MINIMAL_DATA,
    /** What waits on whom. */
    INBOX,
    /** What happened, event by event. */
    TIMELINE,
    /** Who has been responsible. */
    CUSTODY,
    /** What is known of the person by name, as far as her fields may be shown to the role and opened by the country. */
    PERSON
}
