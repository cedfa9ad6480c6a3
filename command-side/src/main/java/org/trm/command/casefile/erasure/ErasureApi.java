package org.trm.command.casefile.erasure;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trm.command.web.Act;
import org.trm.command.web.Body;
import org.trm.command.web.Gives;
import org.trm.command.web.Nothing;
import org.trm.command.web.Receipt;
import org.trm.events.types.CaseId;
import org.trm.events.types.ErasureGround;
import org.trm.events.types.LegalHoldGround;

/** Erasure and legal holds over HTTP. */
@RestController
@RequestMapping("/api/cases/{caseId}")
final class ErasureApi {
    private static final String ASKED = "{\"ground\": \"DATA_SUBJECT_REQUEST\"}";

    record Request(ErasureGround ground) {}

    record Hold(LegalHoldGround ground) {}

    @Gives(RequestErasure.class)
    @PostMapping("/erasure")
    ResponseEntity<Receipt> requestErasure(@PathVariable CaseId caseId, @Body(example = ASKED) Request body, Act act) {
        return act.done(new RequestErasure(caseId, body.ground()));
    }

    @Gives(WithdrawErasureRequest.class)
    @PostMapping("/erasure/withdrawal")
    ResponseEntity<Receipt> withdrawErasureRequest(@PathVariable CaseId caseId, @Body Nothing body, Act act) {
        return act.done(new WithdrawErasureRequest(caseId));
    }

    @Gives(ConfirmErasure.class)
    @PostMapping("/erasure/confirmation")
    ResponseEntity<Receipt> confirmErasure(@PathVariable CaseId caseId, @Body Nothing body, Act act) {
        return act.done(new ConfirmErasure(caseId));
    }

    @Gives(PlaceLegalHold.class)
    @PostMapping("/legal-hold")
    ResponseEntity<Receipt> placeLegalHold(@PathVariable CaseId caseId, @Body Hold body, Act act) {
        return act.done(new PlaceLegalHold(caseId, body.ground()));
    }

    @Gives(LiftLegalHold.class)
    @PostMapping("/legal-hold/end")
    ResponseEntity<Receipt> liftLegalHold(@PathVariable CaseId caseId, @Body Nothing body, Act act) {
        return act.done(new LiftLegalHold(caseId));
    }
}
