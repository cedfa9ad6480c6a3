package org.trm.events.types;

/** What a referral moves. */
public enum ReferralKind {
    /** The person, and the responsibility for her. */
    CUSTODY_TRANSFER,
    /** An answer, a service or a document; custody stays where it is. */
    INFORMATION_OR_SERVICE
}
