package org.trm.query.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent;
import org.trm.events.types.CaseId;
import org.trm.events.types.ReferralId;
import org.trm.query.view.CaseRow;

/** What the sample view keeps of a case: what has happened so far, what to each referral, and each event in words. */
public record Tally(
        CaseId caseId,
        long version,
        Instant lastAt,
        String closed,
        List<String> kinds,
        Map<ReferralId, String> referrals,
        List<Line> fresh)
        implements CaseRow {

    /** One event of the case. */
    record Line(CaseId caseId, long version, String text) {}

    /** What became of one referral. */
    record Referral(CaseId caseId, ReferralId referralId, String state) {}

    static Tally after(Tally row, Recorded<CaseEvent> recorded) {
        CaseEvent event = recorded.event();
        String kind = event.getClass().getSimpleName();
        Tally before = row != null ? row : new Tally(event.caseId(), 0, null, null, List.of(), Map.of(), List.of());
        Map<ReferralId, String> referrals = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        referrals.putAll(before.referrals);
        if (event instanceof ReferralEvent ofReferral) {
            referrals.put(ofReferral.referralId(), kind);
        }
        List<Line> fresh = new ArrayList<>(before.fresh);
        fresh.add(new Line(event.caseId(), recorded.version(), "a \"tab\"\tand a \\ in {" + kind + "}"));
        List<String> kinds = new ArrayList<>(before.kinds);
        if (!kinds.contains(kind)) {
            kinds.add(kind);
        }
        String closed = kind.equals("CaseClosed") ? kind : before.closed;
        return new Tally(event.caseId(), recorded.version(), recorded.at(), closed, kinds, referrals, fresh);
    }

    List<Referral> states() {
        return referrals.entrySet().stream()
                .map(entry -> new Referral(caseId, entry.getKey(), entry.getValue()))
                .toList();
    }
}
