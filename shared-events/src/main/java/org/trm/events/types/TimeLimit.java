package org.trm.events.types;

import java.util.Set;

/** Every time limit of the mechanism. Its length is a country's procedure; its meaning is here. */
public enum TimeLimit {
    /** To decide on reasonable grounds once a person was detected. */
    REASONABLE_GROUNDS,
    /** The recovery and reflection period itself (CoE Convention art. 13). */
    REFLECTION,
    DRAFT,
    ACKNOWLEDGEMENT,
    EMERGENCY_ACKNOWLEDGEMENT,
    /** Palermo Protocol art. 8(3): without undue or unreasonable delay. */
    DECISION,
    CHILD_DECISION,
    INFORMATION,
    CONDITIONS,
    PREPARATION,
    DEPARTURE,
    ARRIVAL,
    INTERRUPTION,
    HANDOVER,
    MONITORING;

    /** The limits of which exactly one runs while a referral is in this state; none when it is terminal. */
    public static Set<TimeLimit> of(ReferralState state) {
        return switch (state) {
            case DRAFT -> Set.of(DRAFT);
            case SUBMITTED -> Set.of(ACKNOWLEDGEMENT, EMERGENCY_ACKNOWLEDGEMENT);
            case RECEIVED -> Set.of(DECISION, CHILD_DECISION);
            case INFO_REQUESTED -> Set.of(INFORMATION);
            case CONDITIONALLY_ACCEPTED -> Set.of(CONDITIONS);
            case ACCEPTED, PREPARING -> Set.of(PREPARATION);
            case READY -> Set.of(DEPARTURE);
            case IN_TRANSIT -> Set.of(ARRIVAL);
            case INTERRUPTED -> Set.of(INTERRUPTION);
            case ARRIVED -> Set.of(HANDOVER);
            case HANDED_OVER, MONITORING -> Set.of(MONITORING);
            case COMPLETED, DECLINED, FORWARDED, WITHDRAWN, CONSENT_WITHDRAWN, EXPIRED, FAILED -> Set.of();
        };
    }
}
