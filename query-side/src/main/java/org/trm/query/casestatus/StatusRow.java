package org.trm.query.casestatus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.query.access.Relations;
import org.trm.query.reading.CaseOfParties;
import org.trm.query.referral.Standing;
import org.trm.query.referral.StandingFold;

/**
 * A case as far as its status goes.
 *
 * @param left what the case was for each country that handed it over, at the moment it did
 */
record StatusRow(
        CaseId caseId,
        long version,
        Instant at,
        Relations relations,
        CaseFacts facts,
        List<Left> left,
        List<Standing> referrals)
        implements CaseOfParties {

    /** What a country knew when it handed the case over, the country that it handed it over to included. */
    record Left(CountryCode country, CaseFacts facts) {}

    static StatusRow after(StatusRow row, Recorded<CaseEvent> event) {
        Relations relations = (row == null ? Relations.NONE : row.relations).after(event);
        CaseFacts facts = FactsFold.after(row == null ? null : row.facts, event);
        return new StatusRow(
                event.event().caseId(),
                event.version(),
                event.at(),
                relations,
                facts,
                left(row, facts, event),
                StandingFold.after(row == null ? List.of() : row.referrals, event));
    }

    Optional<CaseFacts> left(CountryCode country) {
        return left.stream()
                .filter(then -> then.country().equals(country))
                .map(Left::facts)
                .findFirst();
    }

    private static List<Left> left(StatusRow row, CaseFacts facts, Recorded<CaseEvent> event) {
        List<Left> before = row == null ? List.of() : row.left;
        if (!(event.event() instanceof ReferralEvent.CustodyTransferred moved)) {
            return before;
        }
        CountryCode leaving = moved.from().country();
        List<Left> after = new ArrayList<>(before);
        after.removeIf(then -> then.country().equals(leaving));
        after.add(new Left(leaving, facts.withoutLimits()));
        return List.copyOf(after);
    }
}
