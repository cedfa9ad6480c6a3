package org.trm.deploy.standalone.sight;

import static org.trm.command.casefile.Story.CASE;
import static org.trm.events.types.Role.NATIONAL_FOCAL_POINT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trm.command.casefile.CaseCommand;
import org.trm.command.casefile.Countries;
import org.trm.command.casefile.Story;
import org.trm.command.casefile.consent.RecordConsent;
import org.trm.command.casefile.intake.ReviseMinimalDataSet;
import org.trm.command.casefile.referral.AcceptReferral;
import org.trm.command.casefile.referral.AcknowledgeHandover;
import org.trm.command.casefile.referral.AcknowledgeReceipt;
import org.trm.command.casefile.referral.AuthoriseDeparture;
import org.trm.command.casefile.referral.ConfirmArrival;
import org.trm.command.casefile.referral.ConfirmPrecondition;
import org.trm.command.casefile.referral.DeclineReferral;
import org.trm.command.casefile.referral.DeliverAnswer;
import org.trm.command.casefile.referral.DraftReferral;
import org.trm.command.casefile.referral.ForwardReferral;
import org.trm.command.casefile.referral.RecordDeparture;
import org.trm.command.casefile.referral.SubmitReferral;
import org.trm.command.casefile.referral.WithdrawReferral;
import org.trm.command.casefile.risk.RecordRiskAssessment;
import org.trm.events.CaseEvent;
import org.trm.events.Recorded;
import org.trm.events.types.AnswerKind;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DataClass;
import org.trm.events.types.DeclineReason;
import org.trm.events.types.DisclosurePurpose;
import org.trm.events.types.Evidence;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.Need;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.RiskLevel;
import org.trm.events.types.Role;
import org.trm.events.types.Side;
import org.trm.events.types.StaffId;
import org.trm.events.types.Urgency;
import org.trm.events.types.WithdrawalReason;

/**
 * A case that goes through several hands, decided by the real rules, and the moments of it at which one looks. Between
 * any two acts an hour goes by.
 */
final class Telling {
    private final Story story = Story.ofAnAdult();
    private final Map<String, ReferralId> referrals = new LinkedHashMap<>();
    private final Map<String, Integer> moments = new LinkedHashMap<>();
    private int consents;

    /** Bulgaria opened the case, and identified the person as a victim. */
    Telling() {
        story.now = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(60));
        story.opened().identified();
    }

    /** All that happened so far is what one sees at this moment. */
    Telling moment(String name) {
        moments.put(name, story.history.size());
        return this;
    }

    Set<String> moments() {
        return moments.keySet();
    }

    List<Recorded<CaseEvent>> history() {
        return List.copyOf(story.history);
    }

    /** What had happened by then. */
    List<Recorded<CaseEvent>> until(String moment) {
        return List.copyOf(story.history.subList(0, moments.get(moment)));
    }

    Telling drafts(String name, CountryCode from, CountryCode to, ReferralKind kind) {
        ReferralId id = new ReferralId(new UUID(0x0192f0c1_0000_7000L, 0x8000_0000_0000_0100L + referrals.size()));
        referrals.put(name, id);
        return does(from, new DraftReferral(CASE, id, kind, to, ReferralReason.VOLUNTARY_RETURN, Urgency.ROUTINE));
    }

    /** Drafts a transfer, obtains the consents that it needs, and asks. */
    Telling asks(String name, CountryCode from, CountryCode to) {
        return drafts(name, from, to, ReferralKind.CUSTODY_TRANSFER).submits(name, from, to);
    }

    Telling asksForInformation(String name, CountryCode from, CountryCode to) {
        return drafts(name, from, to, ReferralKind.INFORMATION_OR_SERVICE).submits(name, from, to);
    }

    Telling submits(String name, CountryCode from, CountryCode to) {
        for (ConsentScope scope : List.of(ConsentScope.ENQUIRY, ConsentScope.TRANSFER, ConsentScope.DISCLOSURE)) {
            does(from, consent(scope, to));
        }
        return does(from, new SubmitReferral(CASE, referral(name)));
    }

    Telling receives(String name, CountryCode to) {
        return does(to, new AcknowledgeReceipt(CASE, referral(name)));
    }

    Telling declines(String name, CountryCode to) {
        return receives(name, to)
                .does(to, new DeclineReferral(CASE, referral(name), DeclineReason.NO_SUITABLE_SERVICE));
    }

    Telling forwards(String name, CountryCode by, String draft, CountryCode to) {
        ReferralId id = new ReferralId(new UUID(0x0192f0c1_0000_7000L, 0x8000_0000_0000_0100L + referrals.size()));
        referrals.put(draft, id);
        return receives(name, by).does(by, new ForwardReferral(CASE, referral(name), to, id));
    }

    Telling withdraws(String name, CountryCode from) {
        return does(from, new WithdrawReferral(CASE, referral(name), WithdrawalReason.PERSON_CHANGED_PLANS));
    }

    Telling accepts(String name, CountryCode to) {
        return receives(name, to)
                .does(
                        to,
                        new AcceptReferral(
                                CASE,
                                referral(name),
                                Countries.focalPointOf(to),
                                new StaffId(new UUID(1, 9)),
                                Set.of(Need.SHELTER, Need.MEDICAL)));
    }

    Telling answers(String name, CountryCode to) {
        return accepts(name, to).does(to, new DeliverAnswer(CASE, referral(name), AnswerKind.values()[0]));
    }

    /** From the acceptance of what was asked to the moment from which the other country is responsible. */
    Telling handsOver(String name, CountryCode from, CountryCode to) {
        accepts(name, to);
        for (CountryCode by : List.of(from, to)) {
            does(by, new RecordRiskAssessment(CASE, to, RiskLevel.LOW, story.today(), null));
        }
        for (Evidence evidence : List.of(
                Evidence.NATIONALITY_VERIFIED,
                Evidence.PASSPORT,
                Evidence.RECEPTION_ARRANGED,
                Evidence.FITNESS_TO_TRAVEL,
                Evidence.PROCEEDINGS_CHECKED,
                Evidence.CONTACT_LIST_GIVEN)) {
            CountryCode by = evidence.side() == Side.SENDING ? from : to;
            does(by, new ConfirmPrecondition(CASE, referral(name), evidence, story.today(), null));
        }
        return does(from, new AuthoriseDeparture(CASE, referral(name)))
                .does(to, new AuthoriseDeparture(CASE, referral(name)))
                .does(from, new RecordDeparture(CASE, referral(name), today(from), story.now.plus(Duration.ofHours(8))))
                .does(to, new ConfirmArrival(CASE, referral(name), story.today()))
                .does(to, new AcknowledgeHandover(CASE, referral(name)))
                .does(from, new AcknowledgeHandover(CASE, referral(name)));
    }

    /** The holder finds that it is more urgent than was thought. */
    Telling findsItUrgent(CountryCode holder) {
        MinimalDataSet known = Story.minimalDataSet(story.ageBand);
        return does(
                holder,
                new ReviseMinimalDataSet(
                        CASE,
                        new MinimalDataSet(
                                known.ageBand(),
                                known.gender(),
                                known.language(),
                                known.citizenship(),
                                known.exploitation(),
                                known.needs(),
                                Urgency.URGENT,
                                known.riskLevel(),
                                known.legalStayNeed()),
                        null,
                        null));
    }

    /** The day it is in a country. */
    private LocalDate today(CountryCode country) {
        return LocalDate.ofInstant(
                story.now, story.countries.procedure(country).values().zone().zone());
    }

    private ReferralId referral(String name) {
        return referrals.get(name);
    }

    private RecordConsent consent(ConsentScope scope, CountryCode to) {
        boolean disclosure = scope == ConsentScope.DISCLOSURE;
        return new RecordConsent(
                CASE,
                new ConsentId(new UUID(7, consents++)),
                scope,
                to,
                disclosure ? Countries.focalPointOf(to) : null,
                disclosure ? EnumSet.of(DataClass.B, DataClass.C) : null,
                disclosure ? DisclosurePurpose.REFERRAL : null,
                ConsentHolder.ADULT,
                null,
                new LanguageCode("ron"),
                true,
                null,
                null);
    }

    private Telling does(CountryCode country, CaseCommand command) {
        Role role = NATIONAL_FOCAL_POINT;
        story.later(Duration.ofHours(1)).does(country, role, command);
        return this;
    }
}
