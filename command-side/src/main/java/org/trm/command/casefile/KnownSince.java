package org.trm.command.casefile;

import java.util.List;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.types.Actor;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Relation;
import org.trm.events.types.TimeLimit;

/**
 * What somebody may know of what has happened to a case since a version, if she may look into it at all. Of the holder's
 * country she may know everything; of a country that is asked, what happened in its own referral and what it did itself.
 * Whatever else she may see stands in the timeline.
 */
public final class KnownSince {
    private KnownSince() {}

    /** The first so many events after the version, less those that her country may not know of. */
    public static List<Recorded<CaseEvent>> of(Cases cases, CaseId caseId, long version, Actor actor, int atMost) {
        return cases.find(caseId)
                .filter(state -> new Insight(actor, state).ofHistory())
                .map(state -> cases.since(caseId, version, atMost).stream()
                        .filter(event -> mayKnow(actor.country(), state, event))
                        .toList())
                .orElse(List.of());
    }

    private static boolean mayKnow(CountryCode country, CaseState state, Recorded<CaseEvent> recorded) {
        Relation relation = state.relationOf(country);
        return relation == Relation.HOLDER
                || recorded.actor().actsFor(country)
                || recorded.event() instanceof ReferralEvent event
                        && !isOfDraft(event)
                        && state.referral(event.referralId())
                                .filter(referral -> referral.knownTo(country, relation))
                                .isPresent();
    }

    /** That a draft lay about is the sender's own affair. */
    private static boolean isOfDraft(ReferralEvent event) {
        return event instanceof DeadlineEscalated escalated && escalated.limit() == TimeLimit.DRAFT;
    }
}
