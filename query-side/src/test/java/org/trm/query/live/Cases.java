package org.trm.query.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.trm.events.CaseEvent;
import org.trm.events.IntakeEvent.CaseOpened;
import org.trm.events.IntakeEvent.IndicatorsRecorded;
import org.trm.events.IntakeEvent.NeedsAssessed;
import org.trm.events.ReferralEvent.MonitoringWaived;
import org.trm.events.ReferralEvent.ReferralDeclined;
import org.trm.events.ReferralEvent.ReferralDrafted;
import org.trm.events.ReferralEvent.ReferralSubmitted;
import org.trm.events.ReferralEvent.ReferralWithdrawn;
import org.trm.events.types.AgeBand;
import org.trm.events.types.CaseId;
import org.trm.events.types.CaseReference;
import org.trm.events.types.CitizenshipCode;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.DeclineReason;
import org.trm.events.types.DetectionSource;
import org.trm.events.types.ExploitationForm;
import org.trm.events.types.Gender;
import org.trm.events.types.Indicator;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.LegalStayNeed;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.MonitoringMilestone;
import org.trm.events.types.MonitoringWaiver;
import org.trm.events.types.Need;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ProcedureVersion;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.Responsible;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.TimeLimit;
import org.trm.events.types.Urgency;
import org.trm.events.types.WithdrawalReason;
import org.trm.query.EventLog;
import org.trm.query.sample.Happenings;

/** A case of Bulgaria's as it goes on, for Romania to be asked. */
final class Cases {
    static final CountryCode BG = CountryCode.of("BG");
    static final CountryCode RO = CountryCode.of("RO");

    final CaseId id = new CaseId(UUID.randomUUID());
    final ReferralId referral = new ReferralId(UUID.randomUUID());
    private final EventLog log;
    private long version;

    private Cases(EventLog log) {
        this.log = log;
    }

    static Cases opened(EventLog log) {
        Cases opened = new Cases(log);
        return opened.happens(opening(opened.id));
    }

    static CaseOpened opening(CaseId id) {
        MinimalDataSet known = new MinimalDataSet(
                AgeBand.values()[0],
                Gender.FEMININE,
                new LanguageCode("ron"),
                new CitizenshipCode("RO"),
                ExploitationForm.values()[0],
                Set.of(Need.SHELTER),
                Urgency.values()[0],
                RiskLevel.values()[0],
                LegalStayNeed.values()[0]);
        return new CaseOpened(
                id,
                CaseReference.of(BG, id),
                new Responsible(BG, OrganisationId.of("BG-NCCTHB")),
                DetectionSource.POLICE,
                known,
                LocalDate.parse("2026-03-01"),
                deadline());
    }

    Cases needsAssessed() {
        return needsAssessed(1);
    }

    /** So often, in one transaction: one by one would take seconds. */
    Cases needsAssessed(int times) {
        CaseEvent again = new NeedsAssessed(id, Set.of(Need.LEGAL), LocalDate.parse("2026-03-01"), null);
        log.append(version, Collections.nCopies(times, again));
        version += times;
        return this;
    }

    Cases indicatorsRecorded() {
        return happens(
                new IndicatorsRecorded(id, Set.of(Indicator.values()[0]), 1, LocalDate.parse("2026-03-01"), null));
    }

    Cases drafted() {
        return happens(new ReferralDrafted(
                id,
                referral,
                ReferralKind.CUSTODY_TRANSFER,
                BG,
                RO,
                ReferralReason.values()[0],
                Urgency.values()[0],
                null,
                deadline()));
    }

    Cases submitted() {
        return happens(new ReferralSubmitted(id, referral, deadline()));
    }

    Cases withdrawn() {
        return happens(new ReferralWithdrawn(id, referral, WithdrawalReason.values()[0]));
    }

    Cases declined() {
        return happens(new ReferralDeclined(id, referral, DeclineReason.values()[0]));
    }

    /** From the acknowledgement of its receipt to the handover, after which Romania is responsible. */
    Cases handedOver() {
        new Happenings(id).handover(referral, BG, RO).stream().skip(2).forEach(this::happens);
        return this;
    }

    /** Romania goes on to ask Germany. */
    Cases askedOn() {
        ReferralId next = new ReferralId(UUID.randomUUID());
        Happenings of = new Happenings(id);
        return happens(of.drafted(next, RO, Happenings.DE)).happens(of.submitted(next));
    }

    Cases monitoringWaived() {
        return happens(new MonitoringWaived(
                id, referral, MonitoringMilestone.AFTER_72_HOURS, MonitoringWaiver.CONTACT_UNSAFE, null));
    }

    long version() {
        return version;
    }

    private Cases happens(CaseEvent event) {
        log.append(version++, List.of(event));
        return this;
    }

    private static Deadline deadline() {
        Instant start = Instant.parse("2026-03-01T12:00:00Z");
        return new Deadline(TimeLimit.ACKNOWLEDGEMENT, start, start.plusSeconds(60), null, new ProcedureVersion(BG, 1));
    }
}
