package org.trm.command.casefile.referral;

import java.time.LocalDate;
import java.util.Set;
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
import org.trm.events.types.AcceptanceCondition;
import org.trm.events.types.AnswerKind;
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DeclineReason;
import org.trm.events.types.InformationItem;
import org.trm.events.types.Need;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.ReferralId;
import org.trm.events.types.ReferralKind;
import org.trm.events.types.ReferralReason;
import org.trm.events.types.StaffId;
import org.trm.events.types.Urgency;
import org.trm.events.types.WithdrawalReason;

/** Asking another country, and its answer, over HTTP: from the draft to the decision. */
@RestController
@RequestMapping("/api/cases/{caseId}/referrals")
final class ReferralApi {
    record Draft(
            @Optional ReferralId referralId,
            ReferralKind kind,
            CountryCode to,
            ReferralReason reason,
            Urgency urgency) {}

    record Questions(Set<InformationItem> items) {}

    record Answers(Set<InformationItem> items) {}

    record ConditionalAcceptance(Set<AcceptanceCondition> conditions) {}

    record ConditionMet(
            AcceptanceCondition condition, @Optional LocalDate occurredOn) {}

    record Acceptance(OrganisationId receivingOrganisation, StaffId caseManager, Set<Need> services) {}

    record Services(Set<Need> services) {}

    record Decline(DeclineReason reason) {}

    record Forwarding(CountryCode to, @Optional ReferralId draft) {}

    record Withdrawal(WithdrawalReason reason) {}

    record AnswerDelivery(AnswerKind answer) {}

    @Gives(DraftReferral.class)
    @PostMapping
    ResponseEntity<Receipt> draftReferral(@PathVariable CaseId caseId, @Body Draft body, Act act) {
        return act.done(new DraftReferral(
                caseId, act.referralId(body.referralId()), body.kind(), body.to(), body.reason(), body.urgency()));
    }

    @Gives(SubmitReferral.class)
    @PostMapping("/{referralId}/submission")
    ResponseEntity<Receipt> submitReferral(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Nothing body, Act act) {
        return act.done(new SubmitReferral(caseId, referralId));
    }

    @Gives(AcknowledgeReceipt.class)
    @PostMapping("/{referralId}/acknowledgement")
    ResponseEntity<Receipt> acknowledgeReceipt(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Nothing body, Act act) {
        return act.done(new AcknowledgeReceipt(caseId, referralId));
    }

    @Gives(RequestInformation.class)
    @PostMapping("/{referralId}/questions")
    ResponseEntity<Receipt> requestInformation(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Questions body, Act act) {
        return act.done(new RequestInformation(caseId, referralId, body.items()));
    }

    @Gives(SupplyInformation.class)
    @PostMapping("/{referralId}/answers")
    ResponseEntity<Receipt> supplyInformation(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Answers body, Act act) {
        return act.done(new SupplyInformation(caseId, referralId, body.items()));
    }

    @Gives(AcceptConditionally.class)
    @PostMapping("/{referralId}/conditional-acceptance")
    ResponseEntity<Receipt> acceptConditionally(
            @PathVariable CaseId caseId,
            @PathVariable ReferralId referralId,
            @Body ConditionalAcceptance body,
            Act act) {
        return act.done(new AcceptConditionally(caseId, referralId, body.conditions()));
    }

    @Gives(MeetCondition.class)
    @PostMapping("/{referralId}/conditions")
    ResponseEntity<Receipt> meetCondition(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body ConditionMet body, Act act) {
        return act.done(new MeetCondition(caseId, referralId, body.condition(), body.occurredOn()));
    }

    @Gives(AcceptReferral.class)
    @PostMapping("/{referralId}/acceptance")
    ResponseEntity<Receipt> acceptReferral(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Acceptance body, Act act) {
        return act.done(new AcceptReferral(
                caseId, referralId, body.receivingOrganisation(), body.caseManager(), body.services()));
    }

    @Gives(ConfirmServices.class)
    @PostMapping("/{referralId}/services")
    ResponseEntity<Receipt> confirmServices(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Services body, Act act) {
        return act.done(new ConfirmServices(caseId, referralId, body.services()));
    }

    @Gives(DeclineReferral.class)
    @PostMapping("/{referralId}/decline")
    ResponseEntity<Receipt> declineReferral(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Decline body, Act act) {
        return act.done(new DeclineReferral(caseId, referralId, body.reason()));
    }

    @Gives(value = ForwardReferral.class, readable = false)
    @PostMapping("/{referralId}/forwarding")
    ResponseEntity<Receipt> forwardReferral(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Forwarding body, Act act) {
        return act.done(new ForwardReferral(caseId, referralId, body.to(), act.referralIdForAnother(body.draft())));
    }

    @Gives(WithdrawReferral.class)
    @PostMapping("/{referralId}/withdrawal")
    ResponseEntity<Receipt> withdrawReferral(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body Withdrawal body, Act act) {
        return act.done(new WithdrawReferral(caseId, referralId, body.reason()));
    }

    @Gives(DeliverAnswer.class)
    @PostMapping("/{referralId}/answer-delivery")
    ResponseEntity<Receipt> deliverAnswer(
            @PathVariable CaseId caseId, @PathVariable ReferralId referralId, @Body AnswerDelivery body, Act act) {
        return act.done(new DeliverAnswer(caseId, referralId, body.answer()));
    }
}
