package org.trm.events.types;

/** Why a person is to be forgotten (GDPR art. 17(1)). */
public enum ErasureGround {
    /** The time for which the law lets it be kept is over. */
    RETENTION_OVER,
    /** She asked for it, and nothing stands against it. */
    DATA_SUBJECT_REQUEST,
    /** It should never have been recorded. */
    UNLAWFULLY_PROCESSED
}
