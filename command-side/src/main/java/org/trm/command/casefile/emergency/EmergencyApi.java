package org.trm.command.casefile.emergency;

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
import org.trm.events.types.EmergencyAccessId;
import org.trm.events.types.EmergencyFinding;
import org.trm.events.types.EmergencyGround;

/** Reading in an emergency, and its review, over HTTP. */
@RestController
@RequestMapping("/api/cases/{caseId}/emergency-access")
final class EmergencyApi {
    record Emergency(@Optional EmergencyAccessId accessId, EmergencyGround ground) {}

    record Review(EmergencyFinding finding) {}

    @Gives(OpenEmergencyAccess.class)
    @PostMapping
    ResponseEntity<Receipt> openEmergencyAccess(@PathVariable CaseId caseId, @Body Emergency body, Act act) {
        return act.done(new OpenEmergencyAccess(caseId, act.accessId(body.accessId()), body.ground()));
    }

    @Gives(ReviewEmergencyAccess.class)
    @PostMapping("/{accessId}/review")
    ResponseEntity<Receipt> reviewEmergencyAccess(
            @PathVariable CaseId caseId, @PathVariable EmergencyAccessId accessId, @Body Review body, Act act) {
        return act.done(new ReviewEmergencyAccess(caseId, accessId, body.finding()));
    }
}
