package org.trm.query.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.trm.events.types.CaseId;
import org.trm.query.access.AccessScope;
import org.trm.query.access.Entitlement;
import org.trm.query.access.Entitlements;
import org.trm.query.access.Part;
import org.trm.query.access.Sight;
import org.trm.query.history.AsOf;
import org.trm.query.history.CaseHistory;
import org.trm.query.reading.CaseReading;
import org.trm.query.reading.Seen;
import org.trm.query.reading.When;
import org.trm.query.web.Cursor;

/** Reads a country's referrals, and a case's. */
@Component
public class InboxReader {
    /** How many referrals of the past are looked at together. */
    private static final int PIECE = 200;

    private final InboxView view;
    private final InboxTable table;
    private final CaseReading reading;
    private final Entitlements entitlements;
    private final CaseHistory history;
    private final Clock clock;

    InboxReader(
            InboxView view,
            InboxTable table,
            CaseReading reading,
            Entitlements entitlements,
            CaseHistory history,
            Clock clock) {
        this.view = view;
        this.table = table;
        this.reading = reading;
        this.entitlements = entitlements;
        this.history = history;
        this.clock = clock;
    }

    /** The referrals of one case that she may see, in the order in which they were drafted. */
    public CaseReferrals ofCase(AccessScope scope, CaseId caseId, When when) {
        Seen<InboxRow> seen = reading.read(view, scope, Part.INBOX, caseId, when);
        return CaseReferrals.of(seen, entitlements.of(scope).to(Part.MINIMAL_DATA), when.moment(clock, seen.latest()));
    }

    /**
     * The referrals that come to her country or go from it, the latest drafted first.
     *
     * @param asOf as of this moment; null for now
     */
    public List<InboxLine> list(AccessScope scope, InboxFilter filter, Instant asOf, Cursor after, int limit) {
        Entitlement entitlement = entitlements.of(scope);
        if (!entitlement.to(Part.INBOX)) {
            return List.of();
        }
        if (asOf == null) {
            return table.lines(entitlement, filter, clock.instant(), after, limit);
        }
        history.requirePast("asOf", asOf);
        return past(entitlement, filter, asOf, after, limit);
    }

    /** Folds, case by case, what was recorded by then of the referrals that were there, until there is enough to tell. */
    private List<InboxLine> past(Entitlement entitlement, InboxFilter filter, Instant asOf, Cursor after, int limit) {
        List<InboxLine> told = new ArrayList<>();
        Cursor from = after;
        List<InboxLine> piece;
        do {
            piece = table.lines(entitlement, filter.directionOnly(), asOf, from, PIECE);
            Map<UUID, Optional<InboxRow>> cases = new HashMap<>();
            for (InboxLine line : piece) {
                from = line.place();
                cases.computeIfAbsent(line.caseId(), caseId -> then(new CaseId(caseId), asOf))
                        .filter(row -> Sight.of(row.relations(), entitlement, Part.INBOX)
                                .isPresent())
                        .map(row -> line.then(row, asOf))
                        .filter(filter::admits)
                        .ifPresent(told::add);
            }
        } while (piece.size() == PIECE && told.size() < limit);
        return told.size() > limit ? List.copyOf(told.subList(0, limit)) : told;
    }

    private Optional<InboxRow> then(CaseId caseId, Instant asOf) {
        return view.fold().over(history.upTo(caseId, new AsOf.Moment(asOf)));
    }
}
