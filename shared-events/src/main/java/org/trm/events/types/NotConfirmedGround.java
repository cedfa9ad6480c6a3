package org.trm.events.types;

/** Why a presumed victim is not confirmed as one. */
public enum NotConfirmedGround {
    NO_ACT,
    NO_MEANS,
    NO_PURPOSE,
    CREDIBLE_OTHER_EXPLANATION,
    PERSON_WITHDREW
}
