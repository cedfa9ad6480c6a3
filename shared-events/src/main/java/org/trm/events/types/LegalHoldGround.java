package org.trm.events.types;

/** Why what is known of a person must be kept (GDPR art. 17(3)). */
public enum LegalHoldGround {
    CRIMINAL_PROCEEDINGS,
    COMPENSATION_CLAIM,
    COURT_ORDER
}
