package org.trm.command.casefile.consent;

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
import org.trm.command.web.Optional;
import org.trm.command.web.Receipt;
import org.trm.events.types.CaseId;
import org.trm.events.types.ChildView;
import org.trm.events.types.ConsentHolder;
import org.trm.events.types.ConsentId;
import org.trm.events.types.ConsentScope;
import org.trm.events.types.CountryCode;
import org.trm.events.types.DataClass;
import org.trm.events.types.DisclosurePurpose;
import org.trm.events.types.LanguageCode;
import org.trm.events.types.OrganisationId;
import org.trm.events.types.SafetyPlan;

/** Consent, given and withdrawn, over HTTP. */
@RestController
@RequestMapping("/api/cases/{caseId}/consents")
final class ConsentApi {
    record Consenting(
            @Optional ConsentId consentId,
            ConsentScope scope,
            @Optional CountryCode country,
            @Optional OrganisationId organisation,
            @Optional Set<DataClass> dataClasses,
            @Optional DisclosurePurpose purpose,
            ConsentHolder holder,
            @Optional ChildView childView,
            LanguageCode language,
            boolean interpreter,
            @Optional LocalDate occurredOn,
            @Optional Long corrects) {}

    record Withdrawal(
            @Optional SafetyPlan safetyPlan, @Optional LocalDate occurredOn) {}

    @Gives(RecordConsent.class)
    @PostMapping
    ResponseEntity<Receipt> recordConsent(@PathVariable CaseId caseId, @Body Consenting body, Act act) {
        return act.done(new RecordConsent(
                caseId,
                act.consentId(body.consentId()),
                body.scope(),
                body.country(),
                body.organisation(),
                body.dataClasses(),
                body.purpose(),
                body.holder(),
                body.childView(),
                body.language(),
                body.interpreter(),
                body.occurredOn(),
                body.corrects()));
    }

    @Gives(WithdrawConsent.class)
    @PostMapping("/{consentId}/withdrawal")
    ResponseEntity<Receipt> withdrawConsent(
            @PathVariable CaseId caseId, @PathVariable ConsentId consentId, @Body Withdrawal body, Act act) {
        return act.done(new WithdrawConsent(caseId, consentId, body.safetyPlan(), body.occurredOn()));
    }
}
