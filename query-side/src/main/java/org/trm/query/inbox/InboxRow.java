package org.trm.query.inbox;

import java.time.Instant;
import java.util.List;
import org.trm.events.CaseEvent;
import org.trm.events.IntakeEvent.CaseOpened;
import org.trm.events.Recorded;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.query.access.Relations;
import org.trm.query.reading.CaseOfParties;
import org.trm.query.referral.Standing;
import org.trm.query.referral.StandingFold;

/** A case as far as its referrals go. */
record InboxRow(
        CaseId caseId, long version, Instant at, CaseReference reference, Relations relations, List<Standing> referrals)
        implements CaseOfParties {

    static InboxRow after(InboxRow row, Recorded<CaseEvent> event) {
        return new InboxRow(
                event.event().caseId(),
                event.version(),
                event.at(),
                event.event() instanceof CaseOpened opened ? opened.reference() : row.reference,
                (row == null ? Relations.NONE : row.relations).after(event),
                StandingFold.after(row == null ? List.of() : row.referrals, event));
    }
}
