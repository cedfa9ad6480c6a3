package org.trm.command.casefile.referral;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.web.Act;
import org.trm.command.web.Body;
import org.trm.command.web.Gives;
import org.trm.command.web.Nothing;
import org.trm.command.web.Optional;
import org.trm.command.web.Receipt;
import org.trm.events.types.CaseId;
import org.trm.events.types.Evidence;
import org.trm.events.types.IncidentKind;
import org.trm.events.types.ReferralId;
import org.trm.events.types.TransferFailure;

/** Moving a person over HTTP: preparation, both signatures, the journey and its end. */
@RestController
@RequestMapping("/api/cases/{caseId}/referrals/{referralId}")
final class TransferApi {
    record Confirmation(
            Evidence evidence,
            LocalDate confirmedOn,
            @Optional Instant validUntil) {}

    record Revocation(Evidence evidence) {}

    record Departure(LocalDate departedOn, Instant plannedArrival) {}

    record Incident(
            IncidentKind kind, boolean interrupts, @Optional LocalDate occurredOn) {}

    record Resumption(Instant plannedArrival) {}

    record Arrival(LocalDate arrivedOn) {}

    record Failure(TransferFailure reason) {}

    @Gives(ConfirmPrecondition.class)
    @PostMapping("/preconditions")
    ResponseEntity<Receipt> confirmPrecondition(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Confirmation body, Act act) {
        return act.done(
                new ConfirmPrecondition(caseId, referralId, body.evidence(), body.confirmedOn(), body.validUntil()));
    }

    @Gives(RevokePrecondition.class)
    @PostMapping("/preconditions/revocation")
    ResponseEntity<Receipt> revokePrecondition(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Revocation body, Act act) {
        return act.done(new RevokePrecondition(caseId, referralId, body.evidence()));
    }

    @Gives(AuthoriseDeparture.class)
    @PostMapping("/departure-authorisation")
    ResponseEntity<Receipt> authoriseDeparture(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Nothing body, Act act) {
        return act.done(new AuthoriseDeparture(caseId, referralId));
    }

    @Gives(RecordDeparture.class)
    @PostMapping("/departure")
    ResponseEntity<Receipt> recordDeparture(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Departure body, Act act) {
        return act.done(new RecordDeparture(caseId, referralId, body.departedOn(), body.plannedArrival()));
    }

    @Gives(RecordIncident.class)
    @PostMapping("/incidents")
    ResponseEntity<Receipt> recordIncident(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Incident body, Act act) {
        return act.done(new RecordIncident(caseId, referralId, body.kind(), body.interrupts(), body.occurredOn()));
    }

    @Gives(ResumeJourney.class)
    @PostMapping("/resumption")
    ResponseEntity<Receipt> resumeJourney(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Resumption body, Act act) {
        return act.done(new ResumeJourney(caseId, referralId, body.plannedArrival()));
    }

    @Gives(ConfirmArrival.class)
    @PostMapping("/arrival")
    ResponseEntity<Receipt> confirmArrival(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Arrival body, Act act) {
        return act.done(new ConfirmArrival(caseId, referralId, body.arrivedOn()));
    }

    @Gives(FailTransfer.class)
    @PostMapping("/failure")
    ResponseEntity<Receipt> failTransfer(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Failure body, Act act) {
        return act.done(new FailTransfer(caseId, referralId, body.reason()));
    }

    @Gives(AcknowledgeHandover.class)
    @PostMapping("/handover")
    ResponseEntity<Receipt> acknowledgeHandover(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Nothing body, Act act) {
        return act.done(new AcknowledgeHandover(caseId, referralId));
    }
}
