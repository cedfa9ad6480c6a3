package org.trm.deploy.standalone.sight;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trm.events.CaseEvent;
import org.trm.events.EmergencyEvent.EmergencyAccessOpened;
import org.trm.events.EmergencyEvent.EmergencyAccessReviewed;
import org.trm.events.ErasureEvent.LegalHoldLifted;
import org.trm.events.ErasureEvent.LegalHoldPlaced;
import org.trm.events.ErasureEvent.PersonErased;
import org.trm.events.ErasureEvent.SealedDataRedacted;
import org.trm.events.IntakeEvent.CaseOpened;
import org.trm.events.IntakeEvent.MinimalDataSetRevised;
import org.trm.events.IntakeEvent.NeedsAssessed;
import org.trm.events.ProtectionEvent.AgeVerified;
import org.trm.events.ProtectionEvent.MinorityPresumed;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent;
import org.trm.events.ReferralEvent.CustodyTransferred;
import org.trm.events.ReferralEvent.DeadlineEscalated;
import org.trm.events.ReferralEvent.ReferralDrafted;
import org.trm.events.ReferralEvent.ReferralSubmitted;
import org.trm.events.types.CountryCode;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TimeLimit;

/**
 * Which events of a case a country may know of: the rule once more, said as plainly as it can be, and by nothing of what
 * the readers use.
 */
final class MayKnow {
    /** What changes the minimal data set, and who is responsible. */
    private static final Set<Class<? extends CaseEvent>> FOR_WHOEVER_IS_ASKED = Set.of(
            CaseOpened.class,
            MinimalDataSetRevised.class,
            NeedsAssessed.class,
            MinorityPresumed.class,
            AgeVerified.class,
            CustodyTransferred.class);

    /** What a country does with a record of its own, whatever it is to the case by then. */
    private static final Set<Class<? extends CaseEvent>> OF_ITS_OWN_RECORD = Set.of(
            LegalHoldPlaced.class, LegalHoldLifted.class, EmergencyAccessOpened.class, EmergencyAccessReviewed.class);

    private final CountryCode country;
    private final Map<ReferralId, ReferralDrafted> drafts = new HashMap<>();
    private final Map<ReferralId, Long> submitted = new HashMap<>();
    private final Set<ReferralId> asked = new HashSet<>();
    private boolean holds;
    private long heldUntil;

    private MayKnow(CountryCode country) {
        this.country = country;
    }

    /** The versions of these events, by what the country is to the case after the last of them. */
    static Set<Long> of(List<Recorded<CaseEvent>> history, CountryCode country) {
        MayKnow may = new MayKnow(country);
        history.forEach(may::learn);
        Set<Long> versions = new TreeSet<>();
        history.stream().filter(may::knows).forEach(recorded -> versions.add(recorded.version()));
        return versions;
    }

    private void learn(Recorded<CaseEvent> recorded) {
        if (recorded.event() instanceof CaseOpened opened) {
            holds = opened.responsible().country().equals(country);
        } else if (recorded.event() instanceof ReferralDrafted draft) {
            drafts.put(draft.referralId(), draft);
        } else if (recorded.event() instanceof ReferralSubmitted asking) {
            submitted.put(asking.referralId(), recorded.version());
            if (drafts.get(asking.referralId()).to().equals(country)) {
                asked.add(asking.referralId());
            }
        } else if (recorded.event() instanceof CustodyTransferred moved) {
            asked.remove(moved.referralId());
            holds = moved.to().country().equals(country);
            heldUntil = moved.from().country().equals(country) ? recorded.version() : heldUntil;
        } else if (recorded.event() instanceof ReferralEvent end && ends(end)) {
            asked.remove(end.referralId());
        }
    }

    private static boolean ends(ReferralEvent event) {
        return switch (event.getClass().getSimpleName()) {
            case "ReferralDeclined",
                    "ReferralForwarded",
                    "ReferralCompleted",
                    "AnswerDelivered",
                    "ReferralWithdrawn",
                    "ReferralStopped",
                    "ReferralExpired",
                    "TransferFailed" -> true;
            default -> false;
        };
    }

    private boolean knows(Recorded<CaseEvent> recorded) {
        boolean isAsked = !asked.isEmpty();
        return holds
                || recorded.version() <= heldUntil
                || heldUntil > 0
                        && (recorded.event() instanceof PersonErased || recorded.event() instanceof SealedDataRedacted)
                || OF_ITS_OWN_RECORD.contains(recorded.event().getClass())
                        && country.equals(recorded.actor().country())
                || isAsked && FOR_WHOEVER_IS_ASKED.contains(recorded.event().getClass())
                || isAsked && country.equals(recorded.actor().country())
                || recorded.event() instanceof ReferralEvent event && knows(event, recorded.version());
    }

    private boolean knows(ReferralEvent event, long version) {
        ReferralDrafted draft = drafts.get(event.referralId());
        boolean ofTheDraftAlone = event instanceof DeadlineEscalated late && late.limit() == TimeLimit.DRAFT;
        return draft.from().equals(country)
                || draft.to().equals(country)
                        && submitted.containsKey(event.referralId())
                        && !ofTheDraftAlone
                        && (event == draft || version >= submitted.get(event.referralId()));
    }
}
