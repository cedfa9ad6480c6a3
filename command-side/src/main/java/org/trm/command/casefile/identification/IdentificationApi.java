package org.trm.command.casefile.identification;

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
import org.trm.events.types.ExploitationForm;
import org.trm.events.types.NotConfirmedGround;
import org.trm.events.types.TraffickingAct;
import org.trm.events.types.TraffickingMeans;

/** The two steps of identification over HTTP. */
@RestController
@RequestMapping("/api/cases/{caseId}")
final class IdentificationApi {
    record Grounds(boolean found, @Optional LocalDate occurredOn) {}

    record Conclusion(
            boolean confirmed,
            @Optional Set<TraffickingAct> acts,
            @Optional Set<TraffickingMeans> means,
            @Optional Set<ExploitationForm> purposes,
            @Optional NotConfirmedGround ground,
            @Optional LocalDate occurredOn) {}

    @Gives(DecideReasonableGrounds.class)
    @PostMapping("/reasonable-grounds")
    ResponseEntity<Receipt> decideReasonableGrounds(@PathVariable CaseId caseId, @Body Grounds body, Act act) {
        return act.done(new DecideReasonableGrounds(caseId, body.found(), body.occurredOn()));
    }

    @Gives(DecideIdentification.class)
    @PostMapping("/identification")
    ResponseEntity<Receipt> decideIdentification(@PathVariable CaseId caseId, @Body Conclusion body, Act act) {
        return act.done(new DecideIdentification(
                caseId,
                body.confirmed(),
                body.acts(),
                body.means(),
                body.purposes(),
                body.ground(),
                body.occurredOn()));
    }
}
