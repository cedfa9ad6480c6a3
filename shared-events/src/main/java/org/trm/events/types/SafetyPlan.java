package org.trm.events.types;

/** What is done for a person whose journey stops because she withdrew her consent. */
public enum SafetyPlan {
    STOP_AT_NEXT_SAFE_POINT,
    RETURN_TO_SENDING_COUNTRY,
    CARE_WHERE_SHE_IS,
    CARE_BY_RECEIVING_COUNTRY
}
