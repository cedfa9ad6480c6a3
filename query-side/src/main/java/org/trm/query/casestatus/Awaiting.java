package org.trm.query.casestatus;

/** What a case waits for that nobody is reminded of. */
public enum Awaiting {
    /** One data protection officer has asked that the person be forgotten, and another is to confirm it. */
    ERASURE_CONFIRMATION
}
