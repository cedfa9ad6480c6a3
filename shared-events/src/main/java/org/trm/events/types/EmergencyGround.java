package org.trm.events.types;

/** Why somebody must read at once what her role or her organisation would keep from her (GDPR art. 6(1)(d), 9(2)(c)). */
public enum EmergencyGround {
    /** The person's life or freedom, or that of somebody near her, is in danger (CoE Convention art. 28, 33). */
    DANGER_TO_LIFE,
    /** She cannot say herself what those who treat her must know. */
    MEDICAL_EMERGENCY,
    /** Nobody knows where she is. */
    MISSING_PERSON
}
