package org.trm.events.types;

/** The durable solution that a child's best interests were determined for. */
public enum DurableSolution {
    FAMILY_REUNIFICATION,
    RETURN_WITH_CAREGIVER,
    LOCAL_INTEGRATION,
    THIRD_COUNTRY,
    ALTERNATIVE_CARE
}
