package org.trm.query.live;

import java.util.ArrayList;
import java.util.List;
import org.trm.events.CaseEvent;
import org.trm.events.ClosingEvent;
import org.trm.events.ErasureEvent;
import org.trm.events.IntakeEvent;
import org.trm.events.PersonalEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.query.access.Audience;
import org.trm.query.access.Entitlement;
import org.trm.query.access.Part;
import org.trm.query.access.Relations;
import org.trm.query.access.Sight;

/**
 * An event of a case, as far as it is news.
 *
 * @param at the highest place in the order of all events that had been seen when this one was
 * @param next the first place that had not been seen then, so that who knows all below it has missed nothing
 */
record Change(Recorded<CaseEvent> recorded, long at, long next) implements Sight.Meant {

    CaseId caseId() {
        return recorded.event().caseId();
    }

    @Override
    public long version() {
        return recorded.version();
    }

    @Override
    public Audience audience() {
        return Audience.of(recorded.event());
    }

    @Override
    public ReferralId referralId() {
        return recorded.event() instanceof ReferralEvent ofReferral ? ofReferral.referralId() : null;
    }

    @Override
    public CountryCode actingCountry() {
        return recorded.actor().country();
    }

    /** The views of the case that it changed, as far as the reader sees both. */
    List<String> views(Relations relations, Entitlement reader) {
        List<String> views = new ArrayList<>();
        for (Part part : List.of(Part.STATUS, Part.INBOX, Part.TIMELINE, Part.CUSTODY, Part.PERSON)) {
            // Who is shown nothing about the person need not know when something is recorded.
            boolean shown = part != Part.PERSON || reader.to(Part.MINIMAL_DATA);
            if (shown
                    && changes(part)
                    && Sight.of(relations, reader, part)
                            .filter(sight -> sight.sees(this))
                            .isPresent()) {
                views.add(name(part));
            }
        }
        return views;
    }

    private boolean changes(Part part) {
        CaseEvent event = recorded.event();
        return switch (part) {
            case STATUS, TIMELINE -> true;
            case INBOX -> event instanceof ReferralEvent;
            case CUSTODY ->
                event instanceof IntakeEvent.CaseOpened
                        || event instanceof ReferralEvent.CustodyTransferred
                        || event instanceof ClosingEvent;
            case PERSON ->
                event instanceof PersonalEvent
                        || event instanceof ErasureEvent.PersonErased
                        || event instanceof ErasureEvent.DocumentWithdrawn;
            case MINIMAL_DATA -> false;
        };
    }

    /** As the paths below a case call it. */
    private static String name(Part part) {
        return switch (part) {
            case STATUS, MINIMAL_DATA -> "case";
            case INBOX -> "referrals";
            case TIMELINE -> "timeline";
            case CUSTODY -> "custody";
            case PERSON -> "person";
        };
    }
}
