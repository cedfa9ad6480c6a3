package org.trm.query.access;

import org.trm.events.CaseEvent;

/** For whom an event is meant. Each is declared once, beside no view, and every reader is held to it. */
public enum Audience {
    /** The country that holds the case, and it alone. */
    HOLDER_ONLY,
    /** The country that recorded it, and it alone, whoever holds the case afterwards. */
    RECORDER_ONLY,
    /** The country that holds the case, and the one that recorded it, whatever that one is to the case by now. */
    HOLDER_AND_RECORDER,
    /** Every country that has, or has had, the case: each of them keeps a record of it. */
    KEEPERS,
    /** The two countries of a referral, the receiving one from its submission on; and the holder. */
    REFERRAL_PARTIES,
    /** Whoever has to do with the case: what an addressed country must know before it decides, and who is responsible. */
    CASE_PARTIES;

    public static Audience of(CaseEvent event) {
        return event.tell(AudienceReader.READER);
    }
}
