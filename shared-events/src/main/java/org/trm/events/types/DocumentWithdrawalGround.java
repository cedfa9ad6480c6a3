package org.trm.events.types;

/** Why a document about a person is taken back. */
public enum DocumentWithdrawalGround {
    /** It is about somebody else. */
    WRONG_PERSON,
    /** It belongs to another field, which others may see. */
    WRONG_FIELD,
    /** It should never have been recorded. */
    UNLAWFULLY_PROCESSED,
    /** It cannot be read, or a better one is attached. */
    UNUSABLE
}
