package org.trm.command.casefile.risk;

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
import org.trm.events.types.CaseId;
import org.trm.events.types.CountryCode;
import org.trm.events.types.RiskLevel;

/** Assessments of risk over HTTP. */
@RestController
@RequestMapping("/api/cases/{caseId}")
final class RiskApi {
    record Assessment(
            CountryCode concerning,
            RiskLevel level,
            LocalDate assessedOn,
            @Optional Long corrects) {}

    @Gives(RecordRiskAssessment.class)
    @PostMapping("/risk-assessments")
    ResponseEntity<Receipt> recordRiskAssessment(@PathVariable CaseId caseId, @Body Assessment body, Act act) {
        return act.done(
                new RecordRiskAssessment(caseId, body.concerning(), body.level(), body.assessedOn(), body.corrects()));
    }
}
