package org.trm.events.types;

import java.util.Set;

/** Every time limit of the mechanism. Its length is a country's procedure; its meaning is here. */
public enum TimeLimit {
    /** To decide on reasonable grounds once a person was detected. */
    REASONABLE_GROUNDS,
    /** The recovery and reflection period itself (CoE Convention art. 13), as it was granted. */
    REFLECTION,
    /** To submit a draft, or to discard it. */
    DRAFT,
    /** To say that a referral has arrived. */
    ACKNOWLEDGEMENT,
    /** To say so in an emergency. */
    EMERGENCY_ACKNOWLEDGEMENT,
    /** To accept or decline (Palermo Protocol art. 8(3): without undue or unreasonable delay). */
    DECISION,
    /** To accept or decline a child. */
    CHILD_DECISION,
    /** To answer what the receiving country asked; its own time to decide stands still meanwhile. */
    INFORMATION,
    /** To meet the conditions on which a country would accept. */
    CONDITIONS,
    /** To prepare the journey until both focal points have signed. */
    PREPARATION,
    /** To depart while the signatures stand. */
    DEPARTURE,
    /** To confirm that she has arrived, counted from the planned arrival. */
    ARRIVAL,
    /** To go on with an interrupted journey, or to end it. */
    INTERRUPTION,
    /** To sign the handover after the arrival. */
    HANDOVER,
    /** To report how she fares, 72 hours and 1, 3, 6 and 12 months after the handover. */
    MONITORING,
    /** To review the emergency accesses to what is known of her: the first one counts. */
    EMERGENCY_REVIEW,
    /** For how long what is known of her is kept after the case was closed; then it is to be erased (Regulation (EU) 1024/2012 art. 14). */
    RETENTION;

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
