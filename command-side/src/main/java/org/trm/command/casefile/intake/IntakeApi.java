package org.trm.command.casefile.intake;

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
import org.trm.events.types.DetectionSource;
import org.trm.events.types.Indicator;
import org.trm.events.types.MinimalDataSet;
import org.trm.events.types.Need;

/** Opening a case, screening, needs and the minimal data set over HTTP. */
@RestController
@RequestMapping("/api/cases")
final class IntakeApi {
    record Opening(
            @Optional CaseId caseId,
            DetectionSource detectionSource,
            MinimalDataSet minimalDataSet,
            @Optional LocalDate occurredOn) {}

    record Revision(
            MinimalDataSet minimalDataSet,
            @Optional LocalDate occurredOn,
            @Optional Long corrects) {}

    record Screening(
            Set<Indicator> indicators,
            @Optional LocalDate occurredOn,
            @Optional Long corrects) {}

    record Assessment(
            Set<Need> needs,
            @Optional LocalDate occurredOn,
            @Optional Long corrects) {}

    @Gives(OpenCase.class)
    @PostMapping
    ResponseEntity<Receipt> open(@Body Opening body, Act act) {
        return act.done(new OpenCase(
                act.caseId(body.caseId()), body.detectionSource(), body.minimalDataSet(), body.occurredOn()));
    }

    @Gives(ReviseMinimalDataSet.class)
    @PostMapping("/{caseId}/minimal-data-set")
    ResponseEntity<Receipt> reviseMinimalDataSet(@PathVariable CaseId caseId, @Body Revision body, Act act) {
        return act.done(new ReviseMinimalDataSet(caseId, body.minimalDataSet(), body.occurredOn(), body.corrects()));
    }

    @Gives(RecordScreening.class)
    @PostMapping("/{caseId}/indicators")
    ResponseEntity<Receipt> recordScreening(@PathVariable CaseId caseId, @Body Screening body, Act act) {
        return act.done(new RecordScreening(caseId, body.indicators(), body.occurredOn(), body.corrects()));
    }

    @Gives(AssessNeeds.class)
    @PostMapping("/{caseId}/needs")
    ResponseEntity<Receipt> assessNeeds(@PathVariable CaseId caseId, @Body Assessment body, Act act) {
        return act.done(new AssessNeeds(caseId, body.needs(), body.occurredOn(), body.corrects()));
    }
}
