package org.trm.query.copy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trm.events.ConsentEvent.ConsentGiven;
import org.trm.events.ConsentEvent.ConsentWithdrawn;
import org.trm.events.identity.Bearer;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DocumentId;
import org.trm.events.types.PersonalField;
import org.trm.events.types.Role;
import org.trm.events.wiring.EventCatalogue;
import org.trm.query.access.AccessScope;
import org.trm.query.casestatus.CaseStatus;
import org.trm.query.casestatus.StatusReader;
import org.trm.query.copy.PersonsCopy.Sharing;
import org.trm.query.copy.PersonsCopy.Withheld;
import org.trm.query.custody.CustodyChain;
import org.trm.query.custody.CustodyReader;
import org.trm.query.history.AsOf;
import org.trm.query.inbox.InboxReader;
import org.trm.query.person.DocumentReader;
import org.trm.query.person.OpeningsReader;
import org.trm.query.person.Person;
import org.trm.query.person.PersonReader;
import org.trm.query.reading.When;
import org.trm.query.timeline.TimelineEntry;
import org.trm.query.timeline.TimelineReader;
import org.trm.query.web.QueryProblem;

/**
 * Puts together what a country holds about a person. Every part is of the same version of her case; and what is opened is
 * recorded before anything is answered.
 */
@Component
class CopyReader {
    private static final Set<String> OF_CONSENT =
            Set.of(EventCatalogue.nameOf(ConsentGiven.class), EventCatalogue.nameOf(ConsentWithdrawn.class));
    private static final List<Withheld> OF_OTHERS = List.of(new Withheld(
            PersonalField.PERPETRATORS,
            "Whether anything is recorded of those who are said to have exploited you, and what, is withheld: it is about "
                    + "others, whose rights it concerns (GDPR art. 15(4))."));

    private final CustodyReader custody;
    private final PersonReader person;
    private final DocumentReader documents;
    private final StatusReader status;
    private final TimelineReader timeline;
    private final InboxReader referrals;
    private final OpeningsReader openings;
    private final Clock clock;

    CopyReader(
            CustodyReader custody,
            PersonReader person,
            DocumentReader documents,
            StatusReader status,
            TimelineReader timeline,
            InboxReader referrals,
            OpeningsReader openings,
            Clock clock) {
        this.custody = custody;
        this.person = person;
        this.documents = documents;
        this.status = status;
        this.timeline = timeline;
        this.referrals = referrals;
        this.openings = openings;
        this.clock = clock;
    }

    /**
     * The copy of one case.
     *
     * @param atLeast the version that it must have taken in; null when any will do
     * @throws QueryProblem when she is no data protection officer of a country that has, or has had, such a case
     */
    public PersonsCopy of(AccessScope scope, Bearer officer, CaseId caseId, Long atLeast) {
        CustodyChain chain = held(scope, caseId, atLeast);
        AccessScope country = ofWholeCountry(scope);
        When then = new When(new AsOf.Version(chain.version()), chain.version());
        PersonReader.ForHerself held = person.forHerself(scope, officer, caseId, then);
        Person known = held.person();
        Instant erased = erased(known);
        CaseStatus stands = status.one(country, caseId, then);
        List<TimelineEntry> told = timeline(country, caseId, then);
        return new PersonsCopy(
                caseId,
                chain.reference(),
                scope.country(),
                chain.version(),
                clock.instant(),
                custody.of(country, caseId, then).custodies(),
                stands.minor(),
                stands.minimalDataSet(),
                told.stream().filter(entry -> OF_CONSENT.contains(entry.act())).toList(),
                sharing(country, caseId, then),
                erased == null ? fields(known) : List.of(),
                erased == null ? held.replaced() : List.of(),
                known.documents(),
                erased,
                OF_OTHERS,
                told,
                openings.all(scope, caseId, null));
    }

    /**
     * The content of a document that the copy names.
     *
     * @throws QueryProblem as above, and when there is no such document for her
     */
    public DocumentReader.Opened document(AccessScope scope, Bearer officer, CaseId caseId, DocumentId documentId) {
        held(scope, caseId, null);
        return documents.forHerself(scope, officer, caseId, documentId);
    }

    private CustodyChain held(AccessScope scope, CaseId caseId, Long atLeast) {
        if (scope.role() != Role.DATA_PROTECTION_OFFICER || scope.country() == null) {
            throw QueryProblem.unknownCase();
        }
        CustodyChain chain = custody.of(ofWholeCountry(scope), caseId, new When(null, atLeast));
        if (chain.custodies().stream().noneMatch(link -> link.country().equals(scope.country()))) {
            throw QueryProblem.unknownCase();
        }
        return chain;
    }

    /** The officer answers for her country, which holds what its focal point sees. */
    private static AccessScope ofWholeCountry(AccessScope scope) {
        return new AccessScope(Role.NATIONAL_FOCAL_POINT, scope.country(), scope.organisation(), null);
    }

    private static List<Person.Field> fields(Person known) {
        return known.fields().stream()
                .filter(field -> field.field() != PersonalField.PERPETRATORS)
                .toList();
    }

    private static Instant erased(Person known) {
        return known.fields().stream()
                .map(Person.Field::since)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<TimelineEntry> timeline(AccessScope country, CaseId caseId, When then) {
        return timeline.of(country, caseId, then).after(null, Integer.MAX_VALUE);
    }

    private List<Sharing> sharing(AccessScope scope, CaseId caseId, When then) {
        CountryCode own = scope.country();
        return referrals.ofCase(scope, caseId, then).referrals().stream()
                .filter(referral -> referral.submittedAt() != null)
                .map(referral -> new Sharing(
                        referral.from().equals(own) ? referral.to() : referral.from(),
                        referral.from().equals(own) ? referral.receivingOrganisation() : null,
                        referral.submittedAt(),
                        referral.state()))
                .toList();
    }
}
