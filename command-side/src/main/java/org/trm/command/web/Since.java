package org.trm.command.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.trm.command.casefile.CaseState;
import org.trm.command.casefile.Cases;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Relation;
import org.trm.events.types.TimeLimit;

/**
 * Tells whoever insisted on an earlier version what has happened to the case since. The holder is told everything; a
 * country that is asked, what happened in its own referral and what it did itself. Whatever else it may see stands in the
 * timeline.
 */
@Component
final class Since {
    private static final int AT_MOST = 50;

    private final Cases cases;

    Since(Cases cases) {
        this.cases = cases;
    }

    /** One event, by its name. */
    record Happened(long version, String event) {}

    List<Happened> tell(CaseId caseId, long version, CountryCode country) {
        return cases.find(caseId).stream()
                .flatMap(state ->
                        cases.since(caseId, version, AT_MOST).stream().filter(event -> mayKnow(country, state, event)))
                .map(event ->
                        new Happened(event.version(), event.event().getClass().getSimpleName()))
                .toList();
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
