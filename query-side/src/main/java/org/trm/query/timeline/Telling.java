package org.trm.query.timeline;

import static org.trm.query.timeline.Told.that;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.trm.events.CaseEvent;
import org.trm.events.ClosingEvent;
import org.trm.events.ConsentEvent;
import org.trm.events.EmergencyEvent;
import org.trm.events.ErasureEvent;
import org.trm.events.IdentificationEvent;
import org.trm.events.IntakeEvent;
import org.trm.events.PersonalEvent;
import org.trm.events.ProtectionEvent;
import org.trm.events.Recorded;
import org.trm.events.ReferralEvent;
import org.trm.events.RiskEvent;
import org.trm.events.TimeLimitEvent;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.Deadline;
import org.trm.events.types.Side;
import org.trm.events.types.TimeLimit;
import org.trm.query.access.Relations;
import org.trm.query.access.Relations.Address;

/**
 * Tells every event in a sentence. Who acts is a country; the person is named by nothing, and what is known of her stands
 * in the detail, because it is not for every reader of the sentence. Nor does a sentence say what one side of a referral
 * may not know: why a draft came about, and what the holder does by itself.
 */
final class Telling implements CaseEvent.Reader<Told> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Recorded<CaseEvent> recorded;
    private final Relations relations;
    private final List<Consented> consents;

    /**
     * @param relations what the countries are to the case after the event
     * @param consents those that stood before it
     */
    Telling(Recorded<CaseEvent> recorded, Relations relations, List<Consented> consents) {
        this.recorded = recorded;
        this.relations = relations;
        this.consents = consents;
    }

    @Override
    public Told caseOpened(IntakeEvent.CaseOpened event) {
        return that(name(event.responsible().country()) + " opened the case and is responsible for it")
                .detailed(Details.of(event.minimalDataSet()))
                .on(event.occurredOn());
    }

    @Override
    public Told minimalDataSetRevised(IntakeEvent.MinimalDataSetRevised event) {
        return that(who() + " revised what an asked country is told of the person")
                .detailed(Details.of(event.minimalDataSet()))
                .on(event.occurredOn())
                .correcting(event.corrects());
    }

    @Override
    public Told indicatorsRecorded(IntakeEvent.IndicatorsRecorded event) {
        int seen = event.indicators().size();
        return that(who() + " screened the person for indicators of trafficking and recorded " + seen)
                .detailed(Details.list("Indicators", event.indicators()))
                .on(event.occurredOn())
                .correcting(event.corrects());
    }

    @Override
    public Told needsAssessed(IntakeEvent.NeedsAssessed event) {
        return that(who() + " assessed what the person needs")
                .detailed(Details.list("Needs", event.needs()))
                .on(event.occurredOn())
                .correcting(event.corrects());
    }

    @Override
    public Told personalDataRecorded(PersonalEvent.PersonalDataRecorded event) {
        return that(who() + " recorded the person's " + Words.of(event.value().field()) + ", sealed")
                .on(event.occurredOn());
    }

    @Override
    public Told documentAttached(PersonalEvent.DocumentAttached event) {
        return that(who() + " attached a document to the person's "
                        + Words.of(event.description().field()) + ", sealed")
                .on(event.occurredOn());
    }

    @Override
    public Told reasonableGroundsFound(IdentificationEvent.ReasonableGroundsFound event) {
        return that(who() + " found reasonable grounds to believe that the person is a victim of trafficking")
                .on(event.occurredOn());
    }

    @Override
    public Told reasonableGroundsNotFound(IdentificationEvent.ReasonableGroundsNotFound event) {
        return that(who() + " found no reasonable grounds to believe that the person is a victim of trafficking")
                .on(event.occurredOn());
    }

    @Override
    public Told victimConfirmed(IdentificationEvent.VictimConfirmed event) {
        return that(who() + " identified the person as a victim of trafficking")
                .detailed(Details.of(event))
                .on(event.occurredOn());
    }

    @Override
    public Told victimNotConfirmed(IdentificationEvent.VictimNotConfirmed event) {
        return that(who() + " did not identify the person as a victim of trafficking: " + Words.of(event.ground()))
                .on(event.occurredOn());
    }

    @Override
    public Told minorityPresumed(ProtectionEvent.MinorityPresumed event) {
        return that(who() + " presumed that the person is a child until age is verified")
                .on(event.occurredOn())
                .correcting(event.corrects());
    }

    @Override
    public Told ageVerified(ProtectionEvent.AgeVerified event) {
        return that(who() + " verified the person's age by " + Words.of(event.evidence()))
                .detailed("The person is " + (event.minor() ? "a child." : "an adult."))
                .on(event.occurredOn())
                .correcting(event.corrects());
    }

    @Override
    public Told guardianAppointed(ProtectionEvent.GuardianAppointed event) {
        return that(who() + " recorded the appointment of a guardian in " + name(event.country()))
                .on(event.occurredOn())
                .correcting(event.corrects());
    }

    @Override
    public Told guardianshipEnded(ProtectionEvent.GuardianshipEnded event) {
        return that("the guardianship in " + name(event.country()) + " ended: " + Words.of(event.reason()))
                .on(event.occurredOn());
    }

    @Override
    public Told bestInterestsDetermined(ProtectionEvent.BestInterestsDetermined event) {
        String solution = Words.of(event.solution()) + " in " + name(event.country());
        String finding = switch (event.outcome()) {
            case IN_BEST_INTERESTS -> " determined that " + solution + " is in the child's best interests";
            case NOT_IN_BEST_INTERESTS -> " determined that " + solution + " is not in the child's best interests";
            case UNDETERMINED -> " could not determine whether " + solution + " is in the child's best interests";
        };
        return that(who() + finding)
                .detailed(Details.of(event))
                .on(event.occurredOn())
                .correcting(event.corrects());
    }

    @Override
    public Told reflectionPeriodGranted(ProtectionEvent.ReflectionPeriodGranted event) {
        return that(who() + " granted time to recover and reflect from " + DAY.format(event.from()) + " until "
                        + DAY.format(event.until()))
                .correcting(event.corrects());
    }

    @Override
    public Told reflectionPeriodExtended(ProtectionEvent.ReflectionPeriodExtended event) {
        return that(who() + " extended the time to recover and reflect until " + DAY.format(event.until()));
    }

    @Override
    public Told reflectionPeriodWaived(ProtectionEvent.ReflectionPeriodWaived event) {
        return that(who() + " recorded the person's own wish to go on before the time to recover and reflect is over")
                .on(event.occurredOn());
    }

    @Override
    public Told reflectionPeriodTerminated(ProtectionEvent.ReflectionPeriodTerminated event) {
        return that(who() + " ended the time to recover and reflect early: " + Words.of(event.ground()))
                .on(event.occurredOn());
    }

    @Override
    public Told reflectionPeriodEnded(ProtectionEvent.ReflectionPeriodEnded event) {
        return that("the time to recover and reflect in " + name(holder()) + " is over");
    }

    @Override
    public Told consentGiven(ConsentEvent.ConsentGiven event) {
        String whose = event.holder() == ConsentHolder.GUARDIAN ? "the guardian's" : "the person's";
        return that(who() + " recorded " + whose + " consent " + to(event.scope(), event.country())
                        + validUntil(event.validUntil()))
                .detailed(Details.of(event))
                .on(event.occurredOn())
                .correcting(event.corrects());
    }

    @Override
    public Told consentWithdrawn(ConsentEvent.ConsentWithdrawn event) {
        String withdrawn = consents.stream()
                .filter(consent -> consent.consentId().equals(event.consentId()))
                .map(consent -> " " + to(consent.scope(), consent.country()))
                .findFirst()
                .orElse("");
        return that(who() + " recorded that the consent" + withdrawn + " was withdrawn")
                .on(event.occurredOn());
    }

    @Override
    public Told riskAssessed(RiskEvent.RiskAssessed event) {
        return that(name(event.assessedBy()) + " assessed the risk to the person in " + name(event.concerning())
                        + " as " + Words.of(event.level()) + validUntil(event.validUntil()))
                .on(event.assessedOn())
                .correcting(event.corrects());
    }

    @Override
    public Told referralDrafted(ReferralEvent.ReferralDrafted event) {
        Address referral = address(event);
        return that("a " + kind(referral) + " " + way(referral) + " was drafted: " + Words.of(event.reason()));
    }

    @Override
    public Told referralSubmitted(ReferralEvent.ReferralSubmitted event) {
        Address referral = address(event);
        return that(from(referral) + " sent its " + kind(referral) + " to " + to(referral)
                + due("an acknowledgement", event.deadline()));
    }

    @Override
    public Told receiptAcknowledged(ReferralEvent.ReceiptAcknowledged event) {
        Address referral = address(event);
        return that(to(referral) + " acknowledged the receipt of the " + kind(referral) + " from " + from(referral)
                + due("a decision", event.deadline()));
    }

    @Override
    public Told informationRequested(ReferralEvent.InformationRequested event) {
        Address referral = address(event);
        return that(to(referral) + " asked " + from(referral) + " for " + Words.all(event.items())
                + due("an answer", event.deadline()));
    }

    @Override
    public Told informationSupplied(ReferralEvent.InformationSupplied event) {
        Address referral = address(event);
        return that(from(referral) + " gave " + to(referral) + " " + Words.all(event.items())
                + due("a decision", event.deadline()));
    }

    @Override
    public Told referralConditionallyAccepted(ReferralEvent.ReferralConditionallyAccepted event) {
        Address referral = address(event);
        return that(to(referral) + " will accept the " + kind(referral) + " from " + from(referral)
                + " on these conditions: " + Words.all(event.conditions())
                + due("meeting them", event.deadline()));
    }

    @Override
    public Told conditionMet(ReferralEvent.ConditionMet event) {
        return that(who() + " recorded that a condition of " + to(address(event)) + " is met: "
                        + Words.of(event.condition()))
                .on(event.occurredOn());
    }

    @Override
    public Told referralAccepted(ReferralEvent.ReferralAccepted event) {
        Address referral = address(event);
        return that(to(referral) + " accepted the " + kind(referral) + " from " + from(referral)
                        + " and named who will take the person on"
                        + due("the preparation", event.deadline()))
                .detailed(Details.of(event));
    }

    @Override
    public Told servicesConfirmed(ReferralEvent.ServicesConfirmed event) {
        return that(to(address(event)) + " confirmed further services for the person")
                .detailed(Details.list("Services", event.services()));
    }

    @Override
    public Told referralDeclined(ReferralEvent.ReferralDeclined event) {
        Address referral = address(event);
        return that(to(referral) + " declined the " + kind(referral) + " from " + from(referral) + ": "
                + Words.of(event.reason()));
    }

    @Override
    public Told referralForwarded(ReferralEvent.ReferralForwarded event) {
        Address referral = address(event);
        return that(to(referral) + " named " + name(event.to()) + " as the competent country for the " + kind(referral)
                + " from " + from(referral));
    }

    @Override
    public Told preconditionConfirmed(ReferralEvent.PreconditionConfirmed event) {
        return that(side(event, event.evidence().side()) + " confirmed that " + Words.of(event.evidence())
                        + validUntil(event.validUntil()))
                .on(event.confirmedOn());
    }

    @Override
    public Told preconditionRevoked(ReferralEvent.PreconditionRevoked event) {
        return that(side(event, event.evidence().side()) + " took back its confirmation that "
                + Words.of(event.evidence()));
    }

    @Override
    public Told departureAuthorised(ReferralEvent.DepartureAuthorised event) {
        String until = event.guardsHoldUntil() == null
                ? ""
                : "; what it rests on holds until " + MOMENT.format(event.guardsHoldUntil());
        return that(side(event, event.side()) + " signed for the departure " + way(address(event)) + until);
    }

    @Override
    public Told referralReady(ReferralEvent.ReferralReady event) {
        Address referral = address(event);
        return that(from(referral) + " and " + to(referral) + " have both signed, and the person may leave for "
                + to(referral)
                + due("the departure", event.deadline()));
    }

    @Override
    public Told signaturesVoided(ReferralEvent.SignaturesVoided event) {
        Address referral = address(event);
        String guards = event.guards().isEmpty() ? "" : " (" + Words.all(event.guards()) + ")";
        return that("the signatures for the departure " + way(referral) + " became void: " + Words.of(event.reason())
                + guards
                + due("the preparation", event.deadline()));
    }

    @Override
    public Told departureRecorded(ReferralEvent.DepartureRecorded event) {
        return that(who() + " recorded that the person left for " + to(address(event))
                        + arrival(event.plannedArrival()))
                .on(event.departedOn());
    }

    @Override
    public Told incidentRecorded(ReferralEvent.IncidentRecorded event) {
        return that(who() + " recorded an incident on the journey " + way(address(event)) + ": "
                        + Words.of(event.kind())
                        + (event.interrupts() ? "; the journey is interrupted" : "; the journey goes on"))
                .on(event.occurredOn());
    }

    @Override
    public Told journeyResumed(ReferralEvent.JourneyResumed event) {
        return that(who() + " recorded that the journey " + way(address(event)) + " goes on"
                + arrival(event.plannedArrival()));
    }

    @Override
    public Told arrivalConfirmed(ReferralEvent.ArrivalConfirmed event) {
        Address referral = address(event);
        return that(to(referral) + " confirmed that the person arrived from " + from(referral)
                        + due("the handover", event.deadline()))
                .on(event.arrivedOn());
    }

    @Override
    public Told handoverAcknowledged(ReferralEvent.HandoverAcknowledged event) {
        return that(side(event, event.side()) + " acknowledged the handover " + way(address(event)));
    }

    /** Told to every party of the case, so that it says nothing of the referral that only its two countries know. */
    @Override
    public Told custodyTransferred(ReferralEvent.CustodyTransferred event) {
        return that("responsibility for the case moved from "
                + name(event.from().country()) + " to " + name(event.to().country()));
    }

    @Override
    public Told monitoringReported(ReferralEvent.MonitoringReported event) {
        return that(to(address(event)) + " reported how the person fares " + Words.of(event.milestone())
                        + ": " + (event.contactMade() ? "contact was made" : "no contact was made") + ", and "
                        + Words.of(event.safety()))
                .detailed(Details.of(event))
                .on(event.occurredOn());
    }

    @Override
    public Told monitoringWaived(ReferralEvent.MonitoringWaived event) {
        return that(to(address(event)) + " will not report how the person fares " + Words.of(event.milestone()) + ": "
                + Words.of(event.reason()));
    }

    @Override
    public Told referralCompleted(ReferralEvent.ReferralCompleted event) {
        Address referral = address(event);
        return that("the " + kind(referral) + " " + way(referral) + " is completed");
    }

    @Override
    public Told answerDelivered(ReferralEvent.AnswerDelivered event) {
        Address referral = address(event);
        return that(to(referral) + " dealt with the " + kind(referral) + " from " + from(referral) + ": "
                + Words.of(event.answer()));
    }

    @Override
    public Told referralWithdrawn(ReferralEvent.ReferralWithdrawn event) {
        Address referral = address(event);
        String what = referral.submitted() == null ? "discarded the draft of its " : "withdrew its ";
        return that(
                from(referral) + " " + what + kind(referral) + " to " + to(referral) + ": " + Words.of(event.reason()));
    }

    @Override
    public Told referralStopped(ReferralEvent.ReferralStopped event) {
        Address referral = address(event);
        String plan = event.safetyPlan() == null ? "" : "; " + Words.of(event.safetyPlan());
        return that("the " + kind(referral) + " " + way(referral) + " stopped, because the consent to it was withdrawn"
                + plan);
    }

    @Override
    public Told referralExpired(ReferralEvent.ReferralExpired event) {
        Address referral = address(event);
        return that("the " + kind(referral) + " " + way(referral) + " expired: the time " + Words.of(event.limit())
                + " is over");
    }

    @Override
    public Told transferFailed(ReferralEvent.TransferFailed event) {
        Address referral = address(event);
        return that("the transfer " + way(referral) + " failed: " + Words.of(event.reason()) + "; " + from(referral)
                + " stays responsible");
    }

    @Override
    public Told deadlineEscalated(ReferralEvent.DeadlineEscalated event) {
        Address referral = address(event);
        String told = event.limit() == TimeLimit.DRAFT ? from(referral) : "both countries";
        return that("the time " + Words.of(event.limit()) + " ran out in the " + kind(referral) + " " + way(referral)
                + ", and the coordinators of " + told + " were told"
                + next(event.deadline()));
    }

    @Override
    public Told caseDeadlineEscalated(TimeLimitEvent.CaseDeadlineEscalated event) {
        return that("the time " + Words.of(event.limit()) + " ran out, and the coordinators of " + name(holder())
                + " were told"
                + next(event.deadline()));
    }

    @Override
    public Told caseClosed(ClosingEvent.CaseClosed event) {
        return that(who() + " closed the case: " + Words.of(event.reason())
                        + "; what is known of the person is kept until "
                        + MOMENT.format(event.deadline().escalatesAt()))
                .on(event.occurredOn());
    }

    @Override
    public Told caseReopened(ClosingEvent.CaseReopened event) {
        return that(who() + " opened the case again: " + Words.of(event.reason())
                + due("a decision on reasonable grounds", event.deadline()));
    }

    @Override
    public Told erasureRequested(ErasureEvent.ErasureRequested event) {
        return that(who() + " asked that what is known of the person by name be erased: " + Words.of(event.ground()));
    }

    @Override
    public Told erasureRequestWithdrawn(ErasureEvent.ErasureRequestWithdrawn event) {
        return that(who() + " took back the request to erase what is known of the person by name");
    }

    @Override
    public Told personErased(ErasureEvent.PersonErased event) {
        return that(who()
                + " confirmed it, and what was known of the person by name was erased; copies of its keys can lie in backups until "
                + DAY.format(event.copiesUntil()));
    }

    @Override
    public Told sealedDataRedacted(ErasureEvent.SealedDataRedacted event) {
        return that(
                "the operator of the mechanism took what was sealed about the person, and nobody can open any more, out of "
                        + event.events().size() + (event.events().size() == 1 ? " entry" : " entries"));
    }

    @Override
    public Told documentWithdrawn(ErasureEvent.DocumentWithdrawn event) {
        return that(who() + " took back a document of the person's " + Words.of(event.field())
                + ", and it was destroyed: " + Words.of(event.ground()));
    }

    @Override
    public Told legalHoldPlaced(ErasureEvent.LegalHoldPlaced event) {
        return that(
                name(event.country()) + " ruled that what is known of the person be kept: " + Words.of(event.ground()));
    }

    @Override
    public Told legalHoldLifted(ErasureEvent.LegalHoldLifted event) {
        return that(name(event.country()) + " ruled that what is known of the person need not be kept any longer");
    }

    @Override
    public Told emergencyAccessOpened(EmergencyEvent.EmergencyAccessOpened event) {
        return that("in an emergency an officer of " + who()
                + " may open, until " + MOMENT.format(event.until())
                + ", what is needed to find and to protect the person: " + Words.of(event.ground())
                + due("a review", event.review()));
    }

    @Override
    public Told emergencyAccessReviewed(EmergencyEvent.EmergencyAccessReviewed event) {
        return that(who() + " reviewed what was opened in an emergency: " + Words.of(event.finding()));
    }

    /** The country for which somebody acted, or the one that is responsible when it was the clock. */
    private String who() {
        CountryCode acting = recorded.actor().country();
        return name(acting == null ? holder() : acting);
    }

    private CountryCode holder() {
        return relations.responsible().country();
    }

    private Address address(ReferralEvent event) {
        return relations.address(event.referralId()).orElseThrow();
    }

    private String side(ReferralEvent event, Side side) {
        return side == Side.SENDING ? from(address(event)) : to(address(event));
    }

    private static String from(Address referral) {
        return name(referral.from());
    }

    private static String to(Address referral) {
        return name(referral.to());
    }

    private static String way(Address referral) {
        return "from " + from(referral) + " to " + to(referral);
    }

    private static String kind(Address referral) {
        return referral.transfersCustody() ? "referral" : "request";
    }

    private static String to(ConsentScope scope, CountryCode country) {
        return switch (scope) {
            case INTERVIEW -> "to an interview";
            case ASSISTANCE -> "to assistance";
            case ENQUIRY -> "to an enquiry in " + name(country);
            case TRANSFER -> "to the transfer to " + name(country);
            case DISCLOSURE -> "to the disclosure of data to " + name(country);
        };
    }

    private static String name(CountryCode country) {
        return Words.of(country);
    }

    /** From the first moment on it is overdue, and the coordinators are told; by the second one it lapses, if it does. */
    private static String due(String what, Deadline deadline) {
        if (deadline == null) {
            return "";
        }
        String due = "; " + what + " is due by " + MOMENT.format(deadline.escalatesAt());
        return deadline.lapsesAt() == null || deadline.escalated()
                ? due
                : due + ", at the latest by " + MOMENT.format(deadline.lapsesAt());
    }

    private static String next(Deadline deadline) {
        if (deadline == null) {
            return "";
        }
        return deadline.lapsesAt() == null
                ? "; they are told again on " + MOMENT.format(deadline.escalatesAt())
                : "; the time limit lapses on " + MOMENT.format(deadline.lapsesAt());
    }

    private static String validUntil(Instant end) {
        return end == null ? "" : ", valid until " + MOMENT.format(end);
    }

    private static String arrival(Instant planned) {
        return planned == null ? "" : ", with arrival planned for " + MOMENT.format(planned);
    }
}
