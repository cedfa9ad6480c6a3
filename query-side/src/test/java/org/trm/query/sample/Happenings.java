package org.trm.query.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.trm.events.CaseEvent;
import org.trm.events.ConsentEvent;
import org.trm.events.IntakeEvent;
import org.trm.events.ReferralEvent;
import org.trm.events.RiskEvent;
import org.trm.events.types.AgeBand;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CitizenshipCode;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.DetectionSource;
import org.trm.events.types.ExploitationForm;
import org.trm.events.types.Gender;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.LegalStayNeed;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.Need;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.Responsible;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.Side;
import org.trm.events.types.StaffId;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.Urgency;

/** What happens in one made-up case: its events one by one, and whole stretches of them. */
public final class Happenings {
    public static final CountryCode BG = CountryCode.of("BG");
    public static final CountryCode RO = CountryCode.of("RO");
    public static final CountryCode DE = CountryCode.of("DE");
    public static final LocalDate DAY = LocalDate.parse("2026-03-01");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final LanguageCode ROMANIAN = new LanguageCode("ron");

    private final CaseId id;

    public Happenings(CaseId id) {
        this.id = id;
    }

    public CaseId id() {
        return id;
    }

    /** The organisation that speaks for a country. */
    public static OrganisationId organisation(CountryCode country) {
        return OrganisationId.of(country + "-NRM");
    }

    public static Responsible responsible(CountryCode country) {
        return new Responsible(country, organisation(country));
    }

    public static Deadline deadline(TimeLimit limit) {
        return new Deadline(
                limit, NOON, NOON.plusSeconds(86_400), NOON.plusSeconds(172_800), new ProcedureVersion(BG, 1));
    }

    public static MinimalDataSet known() {
        return new MinimalDataSet(
                AgeBand.FROM_24_TO_26,
                Gender.FEMININE,
                ROMANIAN,
                new CitizenshipCode("RO"),
                ExploitationForm.FORCED_LABOUR,
                EnumSet.of(Need.SHELTER, Need.MEDICAL),
                Urgency.ROUTINE,
                RiskLevel.MEDIUM,
                LegalStayNeed.UNKNOWN);
    }

    public CaseEvent opened() {
        return openedIn(BG);
    }

    public CaseEvent openedIn(CountryCode country) {
        return new IntakeEvent.CaseOpened(
                id,
                CaseReference.of(country, id),
                responsible(country),
                DetectionSource.POLICE,
                known(),
                DAY,
                deadline(TimeLimit.REASONABLE_GROUNDS));
    }

    /** @param corrects null for an assessment that corrects none */
    public CaseEvent needsAssessed(Long corrects) {
        return new IntakeEvent.NeedsAssessed(id, EnumSet.of(Need.SHELTER, Need.LEGAL), DAY, corrects);
    }

    public CaseEvent consented(ConsentId consentId, ConsentScope scope, CountryCode country) {
        return new ConsentEvent.ConsentGiven(
                id,
                consentId,
                scope,
                country,
                null,
                Set.of(),
                null,
                ConsentHolder.ADULT,
                null,
                ROMANIAN,
                true,
                DAY,
                NOON,
                new ProcedureVersion(BG, 1),
                null);
    }

    public CaseEvent riskAssessed(CountryCode by, CountryCode concerning) {
        return new RiskEvent.RiskAssessed(
                id, by, concerning, RiskLevel.LOW, DAY, NOON, new ProcedureVersion(by, 1), null);
    }

    public CaseEvent drafted(ReferralId referral, CountryCode from, CountryCode to) {
        return drafted(referral, ReferralKind.CUSTODY_TRANSFER, from, to, null);
    }

    public CaseEvent drafted(
            ReferralId referral, ReferralKind kind, CountryCode from, CountryCode to, ReferralId forwardedFrom) {
        return new ReferralEvent.ReferralDrafted(
                id,
                referral,
                kind,
                from,
                to,
                ReferralReason.VOLUNTARY_RETURN,
                Urgency.ROUTINE,
                forwardedFrom,
                deadline(TimeLimit.DRAFT));
    }

    public CaseEvent submitted(ReferralId referral) {
        return new ReferralEvent.ReferralSubmitted(id, referral, deadline(TimeLimit.ACKNOWLEDGEMENT));
    }

    public CaseEvent received(ReferralId referral) {
        return new ReferralEvent.ReceiptAcknowledged(id, referral, deadline(TimeLimit.DECISION));
    }

    public CaseEvent accepted(ReferralId referral, CountryCode by) {
        return new ReferralEvent.ReferralAccepted(
                id,
                referral,
                organisation(by),
                new StaffId(new UUID(3, 3)),
                EnumSet.of(Need.SHELTER),
                EnumSet.of(Need.SHELTER, Need.MEDICAL),
                deadline(TimeLimit.PREPARATION));
    }

    public CaseEvent departed(ReferralId referral) {
        return new ReferralEvent.DepartureRecorded(id, referral, DAY, NOON, deadline(TimeLimit.ARRIVAL));
    }

    public CaseEvent arrived(ReferralId referral) {
        return new ReferralEvent.ArrivalConfirmed(id, referral, DAY, deadline(TimeLimit.HANDOVER));
    }

    public CaseEvent acknowledged(ReferralId referral, Side side) {
        return new ReferralEvent.HandoverAcknowledged(id, referral, side);
    }

    public CaseEvent custodyMoved(ReferralId referral, CountryCode from, CountryCode to) {
        return new ReferralEvent.CustodyTransferred(
                id, referral, responsible(from), responsible(to), deadline(TimeLimit.MONITORING));
    }

    /** From the draft to the handover. */
    public List<CaseEvent> handover(ReferralId referral, CountryCode from, CountryCode to) {
        List<CaseEvent> events = new ArrayList<>(List.of(drafted(referral, from, to), submitted(referral)));
        events.addAll(List.of(received(referral), accepted(referral, to), departed(referral)));
        events.addAll(List.of(
                arrived(referral), acknowledged(referral, Side.SENDING), acknowledged(referral, Side.RECEIVING)));
        events.add(custodyMoved(referral, from, to));
        return List.copyOf(events);
    }
}
