package org.trm.query.person;

import org.trm.events.types.PersonalField.Reach;
import org.trm.events.types.Relation;

/** On what ground somebody reads (GDPR art. 6 and 9): it follows from what her country is to the case, and is never typed. */
enum LegalGround {
    /** A task that the law lays down, on the record of her own country (art. 6(1)(e)). */
    OWN_TASK,
    /** The person consented that it be shown to her country (art. 6(1)(a), 9(2)(a)). */
    CONSENT,
    /** The person's life is in danger (art. 6(1)(d), 9(2)(c)). */
    VITAL_INTERESTS,
    /** She herself asks (art. 15). */
    DATA_SUBJECT_REQUEST;

    /** @param relation of the reader's country; while it is asked, no more is shown to it than may go over before custody does */
    static LegalGround of(ReadingPurpose purpose, Relation relation, Reach reach) {
        return switch (purpose) {
            case EMERGENCY -> VITAL_INTERESTS;
            case DATA_SUBJECT_REQUEST -> DATA_SUBJECT_REQUEST;
            default -> relation == Relation.ADDRESSED && reach == Reach.AFTER_READY ? CONSENT : OWN_TASK;
        };
    }
}
