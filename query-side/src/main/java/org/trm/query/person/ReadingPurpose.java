package org.trm.query.person;

/** For what somebody opens personal data. */
public enum ReadingPurpose {
    /** She, or somebody near her, is in danger. */
    PROTECTION,
    /** She must be found or protected at once, by somebody with an emergency access of her own. */
    EMERGENCY,
    /** What is done for her. */
    ASSISTANCE,
    /** Her transfer to another country, and her reception there. */
    TRANSFER,
    /** To find her family, or whether it may be told. */
    FAMILY_TRACING,
    /** Proceedings of hers, or in which she is heard. */
    PROCEEDINGS,
    /** Somebody answers for how the case is conducted. */
    SUPERVISION,
    /** She asks a data protection officer what is held about her (GDPR art. 15). */
    DATA_SUBJECT_REQUEST
}
