package org.trm.query.audit.replay;

import java.time.Instant;
import java.util.List;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Relation;
import org.trm.query.person.OpeningLine;
import org.trm.query.timeline.TimelineEntry;

/**
 * What a country knew of a case when an event came about: only what it had been shown until then.
 *
 * @param version of the event; what is told is of before it
 * @param at when that was recorded
 * @param relation what the country was to the case
 * @param shown what happened, as far as the country had been told of it and the auditor is
 * @param entitledTo what is recorded of the person it might open at most, if there was any: which of it she had agreed to
 *     disclose is not for auditors
 * @param opened what anybody of it had opened
 */
record Known(
        CaseId caseId,
        CountryCode country,
        long version,
        Instant at,
        Relation relation,
        List<Shown> shown,
        List<PersonalField> entitledTo,
        List<OpeningLine> opened) {

    /**
     * Something that happened.
     *
     * @param since the event by which the country came to be told of it: its own version, or a later one, such as that
     *     of the submission by which the country came to know of the case
     */
    record Shown(long version, Instant at, String event, String sentence, long since) {
        static Shown of(TimelineEntry entry, long since) {
            return new Shown(entry.version(), entry.at(), entry.act(), entry.sentence(), since);
        }
    }
}
