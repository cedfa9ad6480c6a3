package org.trm.events.types;

/** The only grounds on which a reflection period may end early (CoE Convention art. 13(3); Directive 2004/81/EC art. 6(4)). */
public enum ReflectionTermination {
    RENEWED_CONTACT_WITH_TRAFFICKERS,
    PUBLIC_ORDER,
    VICTIM_STATUS_CLAIMED_IMPROPERLY
}
