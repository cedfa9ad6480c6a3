package org.trm.command.casefile.protection;

import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.web.Act;
import org.trm.command.web.Body;
import org.trm.command.web.Gives;
import org.trm.command.web.Optional;
import org.trm.command.web.Receipt;
import org.trm.events.types.AgeBasis;
import org.trm.events.types.AgeEvidence;
import org.trm.events.types.BestInterestsOutcome;
import org.trm.events.types.Caregiver;
import org.trm.events.types.CaseId;
import org.trm.events.types.ChildView;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DurableSolution;
import org.trm.events.types.GuardianshipEnd;
import org.trm.events.types.ReflectionTermination;

/** What protects a child, and the time to reflect, over HTTP. */
@RestController
@RequestMapping("/api/cases/{caseId}")
final class ProtectionApi {
    record Presumption(
            @Optional LocalDate occurredOn, @Optional Long corrects) {}

    record Verification(
            boolean minor,
            AgeBasis basis,
            AgeEvidence evidence,
            @Optional LocalDate occurredOn,
            @Optional Long corrects) {}

    record Appointment(
            @Optional LocalDate occurredOn, @Optional Long corrects) {}

    record GuardianshipEnding(
            GuardianshipEnd reason, @Optional LocalDate occurredOn) {}

    record Determination(
            BestInterestsOutcome outcome,
            DurableSolution solution,
            CountryCode country,
            Caregiver caregiver,
            boolean guardianHeard,
            @Optional ChildView childView,
            @Optional LocalDate occurredOn,
            @Optional Long corrects) {}

    record Grant(LocalDate from, LocalDate until, @Optional Long corrects) {}

    record Extension(LocalDate until) {}

    record Waiver(@Optional LocalDate occurredOn) {}

    record Termination(
            ReflectionTermination ground, @Optional LocalDate occurredOn) {}

    @Gives(PresumeMinor.class)
    @PostMapping("/minority")
    ResponseEntity<Receipt> presumeMinor(@PathVariable CaseId caseId, @Body Presumption body, Act act) {
        return act.done(new PresumeMinor(caseId, body.occurredOn(), body.corrects()));
    }

    @Gives(VerifyAge.class)
    @PostMapping("/age")
    ResponseEntity<Receipt> verifyAge(@PathVariable CaseId caseId, @Body Verification body, Act act) {
        return act.done(
                new VerifyAge(caseId, body.minor(), body.basis(), body.evidence(), body.occurredOn(), body.corrects()));
    }

    @Gives(AppointGuardian.class)
    @PostMapping("/guardian")
    ResponseEntity<Receipt> appointGuardian(@PathVariable CaseId caseId, @Body Appointment body, Act act) {
        return act.done(new AppointGuardian(caseId, body.occurredOn(), body.corrects()));
    }

    @Gives(EndGuardianship.class)
    @PostMapping("/guardian/end")
    ResponseEntity<Receipt> endGuardianship(@PathVariable CaseId caseId, @Body GuardianshipEnding body, Act act) {
        return act.done(new EndGuardianship(caseId, body.reason(), body.occurredOn()));
    }

    @Gives(DetermineBestInterests.class)
    @PostMapping("/best-interests")
    ResponseEntity<Receipt> determineBestInterests(@PathVariable CaseId caseId, @Body Determination body, Act act) {
        return act.done(new DetermineBestInterests(
                caseId,
                body.outcome(),
                body.solution(),
                body.country(),
                body.caregiver(),
                body.guardianHeard(),
                body.childView(),
                body.occurredOn(),
                body.corrects()));
    }

    @Gives(GrantReflectionPeriod.class)
    @PostMapping("/reflection-period")
    ResponseEntity<Receipt> grantReflectionPeriod(@PathVariable CaseId caseId, @Body Grant body, Act act) {
        return act.done(new GrantReflectionPeriod(caseId, body.from(), body.until(), body.corrects()));
    }

    @Gives(ExtendReflectionPeriod.class)
    @PostMapping("/reflection-period/extension")
    ResponseEntity<Receipt> extendReflectionPeriod(@PathVariable CaseId caseId, @Body Extension body, Act act) {
        return act.done(new ExtendReflectionPeriod(caseId, body.until()));
    }

    @Gives(WaiveReflectionPeriod.class)
    @PostMapping("/reflection-period/waiver")
    ResponseEntity<Receipt> waiveReflectionPeriod(@PathVariable CaseId caseId, @Body Waiver body, Act act) {
        return act.done(new WaiveReflectionPeriod(caseId, body.occurredOn()));
    }

    @Gives(TerminateReflectionPeriod.class)
    @PostMapping("/reflection-period/termination")
    ResponseEntity<Receipt> terminateReflectionPeriod(@PathVariable CaseId caseId, @Body Termination body, Act act) {
        return act.done(new TerminateReflectionPeriod(caseId, body.ground(), body.occurredOn()));
    }
}
