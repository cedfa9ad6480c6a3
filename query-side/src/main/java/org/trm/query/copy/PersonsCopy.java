package org.trm.query.copy;

import java.time.Instant;
import java.util.List;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CountryCode;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.Optional;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.ReferralState;
import org.trm.query.custody.CustodyChain;
import org.trm.query.person.OpeningLine;
import org.trm.query.person.Person;
import org.trm.query.timeline.TimelineEntry;

/**
 * All that one country holds about a person, as of one version of her case.
 *
 * @param country whose copy it is
 * @param version of the case, as the country is told it
 * @param responsible who is and was responsible for her, one after the other
 * @param minor whether she is treated as a child; null when the country is not told
 * @param consents what she consented to and what she took back, as the timeline tells it
 * @param fields what is recorded about her by name, field by field, as it stands; none once it was erased, for nobody can say any more
 *     what there was
 * @param replaced what was recorded of a field before, in the order in which it was recorded
 * @param documents about her, each named; its content is a file of its own; none once they were erased
 * @param erased since when nobody can read that any more; null while it can be read
 * @param withheld what is not hers to see
 * @param openings who has opened what about her, as far as the country is told
 */
public record PersonsCopy(
        CaseId caseId,
        CaseReference reference,
        CountryCode country,
        long version,
        Instant madeAt,
        List<CustodyChain.Link> responsible,
        @Optional Boolean minor,
        @Optional MinimalDataSet minimalDataSet,
        List<TimelineEntry> consents,
        List<Sharing> sharedWith,
        List<Person.Field> fields,
        List<Person.Replaced> replaced,
        List<Person.Document> documents,
        @Optional Instant erased,
        List<Withheld> withheld,
        List<TimelineEntry> timeline,
        List<OpeningLine> openings) {

    /**
     * Another country that was asked about her, or that asked.
     *
     * @param organisation that receives her there; null when none has been named
     * @param since when it was asked
     * @param state how far that has come
     */
    public record Sharing(
            CountryCode country, @Optional OrganisationId organisation, Instant since, ReferralState state) {}

    public record Withheld(PersonalField field, String because) {}

    /** Never what is held about her: what prints it could be a log. */
    @Override
    public String toString() {
        return "PersonsCopy[" + caseId + " " + version + "]";
    }
}
