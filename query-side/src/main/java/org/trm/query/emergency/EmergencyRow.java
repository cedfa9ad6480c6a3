package org.trm.query.emergency;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.trm.events.CaseEvent;
import org.trm.events.EmergencyEvent.EmergencyAccessOpened;
import org.trm.events.EmergencyEvent.EmergencyAccessReviewed;
import org.trm.events.IntakeEvent.CaseOpened;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.CustodyTransferred;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CountryCode;
import org.trm.query.view.CaseRow;

/** A case as far as it was read in emergencies. */
record EmergencyRow(
        CaseId caseId, long version, Instant at, CaseReference reference, CountryCode holder, List<Access> accesses)
        implements CaseRow {

    static EmergencyRow after(EmergencyRow row, Recorded<CaseEvent> event) {
        CaseEvent happened = event.event();
        if (happened instanceof CaseOpened opened) {
            return new EmergencyRow(
                    opened.caseId(),
                    event.version(),
                    event.at(),
                    opened.reference(),
                    opened.responsible().country(),
                    List.of());
        }
        CountryCode holder =
                happened instanceof CustodyTransferred moved ? moved.to().country() : row.holder;
        return new EmergencyRow(
                row.caseId, event.version(), event.at(), row.reference, holder, row.accesses(happened, holder, event));
    }

    private List<Access> accesses(CaseEvent happened, CountryCode now, Recorded<CaseEvent> event) {
        if (happened instanceof EmergencyAccessOpened opened) {
            return Stream.concat(accesses.stream(), Stream.of(Access.of(opened, now, event)))
                    .toList();
        } else if (happened instanceof EmergencyAccessReviewed review) {
            return accesses.stream().map(access -> access.after(review, event)).toList();
        }
        return now.equals(holder)
                ? accesses
                : accesses.stream().map(access -> access.heldBy(now)).toList();
    }
}
