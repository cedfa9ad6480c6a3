package org.trm.events.types;

/** The means of trafficking (Palermo Protocol art. 3 a); none is needed for a child. */
public enum TraffickingMeans {
    THREAT_OR_FORCE,
    COERCION,
    ABDUCTION,
    FRAUD,
    DECEPTION,
    ABUSE_OF_POWER,
    ABUSE_OF_VULNERABILITY,
    PAYMENT_TO_PERSON_IN_CONTROL
}
