package org.trm.query.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.trm.events.CaseEvent;
import org.trm.events.IntakeEvent.CaseOpened;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent.HandoverAcknowledged;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.Side;
import org.trm.query.access.Relations;
import org.trm.query.access.Relations.Address;
import org.trm.query.reading.CaseOfParties;

/** A case as far as responsibility for it goes. */
record CustodyRow(
        CaseId caseId,
        long version,
        Instant at,
        CaseReference reference,
        Relations relations,
        List<Acknowledgement> acknowledgements)
        implements CaseOfParties {

    static CustodyRow after(CustodyRow row, Recorded<CaseEvent> event) {
        Relations relations = (row == null ? Relations.NONE : row.relations).after(event);
        List<Acknowledgement> acknowledgements = row == null ? List.of() : row.acknowledgements;
        return new CustodyRow(
                event.event().caseId(),
                event.version(),
                event.at(),
                event.event() instanceof CaseOpened opened ? opened.reference() : row.reference,
                relations,
                event.event() instanceof HandoverAcknowledged acknowledged
                        ? append(acknowledgements, acknowledgement(acknowledged, relations, event))
                        : acknowledgements);
    }

    private static Acknowledgement acknowledgement(
            HandoverAcknowledged acknowledged, Relations relations, Recorded<CaseEvent> event) {
        Address referral = relations.address(acknowledged.referralId()).orElseThrow();
        return new Acknowledgement(
                acknowledged.referralId(),
                acknowledged.side(),
                event.version(),
                event.at(),
                acknowledged.side() == Side.SENDING ? referral.from() : referral.to(),
                event.actor().organisation());
    }

    private static List<Acknowledgement> append(List<Acknowledgement> before, Acknowledgement next) {
        List<Acknowledgement> more = new ArrayList<>(before);
        more.add(next);
        return List.copyOf(more);
    }
}
